import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { decodeKeyset, encodeKeyset, type Keyset } from '../keyset.ts';
import type { Membership } from '../sessions/person.ts';
import { fieldError } from '../trpc.ts';
import type { ListLinksInput } from './link-input.ts';
import { selectLinks } from './link-store.ts';
import { type LinkView, toLinkView } from './link-view.ts';

/** One page of links, newest first; `cursor` is where the last page ended. */
export async function listLinks(
  { clock, database }: Pick<Deps, 'clock' | 'database'>,
  memberships: readonly Membership[],
  { state, search, limit, cursor }: ListLinksInput,
): Promise<{ readonly rows: LinkView[]; readonly nextCursor: string | null }> {
  const query = {
    merchantIds: memberships.map(({ merchantId }) => merchantId),
    states: state ?? null,
    search: search === undefined || search === '' ? null : search,
    after: cursor == null ? null : readCursor(cursor),
    limit: limit + 1,
  };
  const found = await selectLinks(database.read, query, clock.now());
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  const nextCursor = last === undefined ? null : encodeKeyset({ at: last.createdAt, id: last.id });
  return { rows: rows.map(toLinkView), nextCursor };
}

function readCursor(cursor: string): Keyset {
  const keyset = decodeKeyset(cursor, z.uuid());
  if (keyset !== null) return keyset;
  throw fieldError('cursor', 'made for another list');
}
