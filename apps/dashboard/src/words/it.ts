import { audit } from './it/audit.ts';
import { batches } from './it/batches.ts';
import { connections } from './it/connections.ts';
import { delivery } from './it/delivery.ts';
import { errors } from './it/errors.ts';
import { exports } from './it/exports.ts';
import { imports } from './it/imports.ts';
import { links } from './it/links.ts';
import { notifications } from './it/notifications.ts';
import { overview } from './it/overview.ts';
import { payments } from './it/payments.ts';
import { people } from './it/people.ts';
import { reconciliation } from './it/reconciliation.ts';
import { reports } from './it/reports.ts';
import { session } from './it/session.ts';
import { shell } from './it/shell.ts';
import { shopApi } from './it/shop-api.ts';
import { ui } from './it/ui.ts';
import type { Messages } from './messages.ts';

/** Italian as written in Switzerland. */
export const it: Messages = {
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
