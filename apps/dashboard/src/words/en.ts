import { connections } from './en/connections.ts';
import { errors } from './en/errors.ts';
import { links } from './en/links.ts';
import { notifications } from './en/notifications.ts';
import { overview } from './en/overview.ts';
import { payments } from './en/payments.ts';
import { people } from './en/people.ts';
import { session } from './en/session.ts';
import { shell } from './en/shell.ts';
import { ui } from './en/ui.ts';

/** English, which decides the keys. */
export const en = {
  connections,
  errors,
  links,
  notifications,
  overview,
  payments,
  people,
  session,
  shell,
  ui,
};
