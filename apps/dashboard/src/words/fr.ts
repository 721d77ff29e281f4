import { audit } from './fr/audit.ts';
import { batches } from './fr/batches.ts';
import { connections } from './fr/connections.ts';
import { delivery } from './fr/delivery.ts';
import { errors } from './fr/errors.ts';
import { exports } from './fr/exports.ts';
import { imports } from './fr/imports.ts';
import { links } from './fr/links.ts';
import { notifications } from './fr/notifications.ts';
import { overview } from './fr/overview.ts';
import { payments } from './fr/payments.ts';
import { people } from './fr/people.ts';
import { reconciliation } from './fr/reconciliation.ts';
import { reports } from './fr/reports.ts';
import { session } from './fr/session.ts';
import { shell } from './fr/shell.ts';
import { shopApi } from './fr/shop-api.ts';
import { ui } from './fr/ui.ts';
import type { Messages } from './messages.ts';

/** French as written in Switzerland. */
export const fr: Messages = {
  audit,
  batches,
  connections,
  delivery,
  errors,
  exports,
  links,
  imports,
  notifications,
  overview,
  payments,
  people,
  reconciliation,
  reports,
  session,
  shell,
  shopApi,
  ui,
};
