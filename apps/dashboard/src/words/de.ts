import { audit } from './de/audit.ts';
import { batches } from './de/batches.ts';
import { connections } from './de/connections.ts';
import { delivery } from './de/delivery.ts';
import { errors } from './de/errors.ts';
import { exports } from './de/exports.ts';
import { imports } from './de/imports.ts';
import { links } from './de/links.ts';
import { notifications } from './de/notifications.ts';
import { overview } from './de/overview.ts';
import { payments } from './de/payments.ts';
import { people } from './de/people.ts';
import { reconciliation } from './de/reconciliation.ts';
import { reports } from './de/reports.ts';
import { session } from './de/session.ts';
import { shell } from './de/shell.ts';
import { shopApi } from './de/shop-api.ts';
import { ui } from './de/ui.ts';
import type { Messages } from './messages.ts';

/** German as written in Switzerland: ss, never ß. */
export const de: Messages = {
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
