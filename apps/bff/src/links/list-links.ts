import { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Membership } from '../sessions/person.ts';
import { fieldError } from '../trpc.ts';
import type { ListLinksInput } from './link-input.ts';
import { selectLinks } from './link-store.ts';
import { type LinkView, toLinkView } from './link-view.ts';

const position = z.tuple([z.int(), z.uuid()]);

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
    after: cursor == null ? null : decode(cursor),
    limit: limit + 1,
  };
  const found = await selectLinks(database.read, query, clock.now());
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return { rows: rows.map(toLinkView), nextCursor: last === undefined ? null : encode(last) };
}

function encode({ createdAt, id }: { readonly createdAt: number; readonly id: string }): string {
  return Buffer.from(JSON.stringify([createdAt, id])).toString('base64url');
}

function decode(cursor: string): { readonly createdAt: number; readonly id: string } {
  try {
    const [createdAt, id] = position.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')),
    );
    return { createdAt, id };
  } catch {
    throw fieldError('cursor', 'made for another list');
  }
}
