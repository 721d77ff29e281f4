import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Place } from './list-position.ts';
import type { PaymentFilter } from './payment-filter.ts';

const content = z.tuple([z.string(), z.int().nullable(), z.uuid(), z.enum(['before', 'after'])]);

/** Anything with a page: what else it says makes the list that a cursor is good for. */
type Paged = Pick<PaymentFilter, 'cursor' | 'until' | 'limit' | 'direction' | 'startAt'>;

/** An opaque cursor that is good for this filter and sort alone. */
export function encodeCursor(filter: Paged, { value, id, side }: Place): string {
  return Buffer.from(JSON.stringify([fingerprint(filter), value, id, side])).toString('base64url');
}

/** Reads a cursor made for this filter; null for any other text. */
export function decodeCursor(filter: Paged, cursor: string): Place | null {
  const bytes = Buffer.from(cursor, 'base64url');
  const parsed = content.safeParse(parseJson(bytes.toString('utf8')));
  if (!parsed.success || bytes.toString('base64url') !== cursor) return null;
  const [madeFor, value, id, side] = parsed.data;
  return madeFor === fingerprint(filter) ? { value, id, side } : null;
}

/** Names the list a cursor was made for: everything that is asked, but the page. */
export function fingerprint({
  cursor: _cursor,
  until: _until,
  limit: _limit,
  direction: _direction,
  startAt: _startAt,
  ...filter
}: Paged): string {
  const entries = Object.entries(filter)
    .filter(([, value]) => value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(entries)).digest('base64url').slice(0, 16);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
