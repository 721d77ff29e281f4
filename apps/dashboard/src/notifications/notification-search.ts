import { kinds, states } from './notification.ts';

/** What the address of the page narrows the list to. */
export type NotificationSearch = {
  readonly view: 'problems' | 'all';
  readonly state?: (typeof states)[number];
  readonly kind?: (typeof kinds)[number];
  readonly connection?: string;
  readonly search?: string;
};

/** Reads the address; what it does not understand is left out. */
export function readNotificationSearch(raw: Record<string, unknown>): NotificationSearch {
  const { view, connection, search } = raw;
  const state = states.find((known) => known === raw.state);
  const kind = kinds.find((known) => known === raw.kind);
  return {
    view: view === 'all' ? 'all' : 'problems',
    ...(state === undefined ? {} : { state }),
    ...(kind === undefined ? {} : { kind }),
    ...(isText(connection, 40) ? { connection: String(connection) } : {}),
    ...(isText(search, 64) ? { search: String(search) } : {}),
  };
}

/** An order of digits alone arrives as a number. */
function isText(value: unknown, longest: number): boolean {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return text !== '' && text.length <= longest;
}
