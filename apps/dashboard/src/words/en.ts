import { audit } from './en/audit.ts';
import { batches } from './en/batches.ts';
import { connections } from './en/connections.ts';
import { delivery } from './en/delivery.ts';
import { errors } from './en/errors.ts';
import { exports } from './en/exports.ts';
import { imports } from './en/imports.ts';
import { links } from './en/links.ts';
import { notifications } from './en/notifications.ts';
import { overview } from './en/overview.ts';
import { payments } from './en/payments.ts';
import { people } from './en/people.ts';
import { reconciliation } from './en/reconciliation.ts';
import { reports } from './en/reports.ts';
import { session } from './en/session.ts';
import { shell } from './en/shell.ts';
import { shopApi } from './en/shop-api.ts';
import { ui } from './en/ui.ts';

/** English, which decides the keys. */
export const en = {
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
