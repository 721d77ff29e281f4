import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { decodeKeyset, encodeKeyset, type Keyset } from '../keyset.ts';
import type { Membership } from '../sessions/person.ts';
import { fieldError } from '../trpc.ts';
import {
  selectActions,
  selectActors,
  selectLastVerified,
  selectLines,
  selectStart,
} from './audit-list-store.ts';
import type { AuditFilter, AuditLineView } from './audit-view.ts';

/** The merchant and the number of the line. */
const lineId = z.string().regex(/^\d{1,9}:\d{1,15}$/);

type Page = { readonly rows: AuditLineView[]; readonly nextCursor: string | null };

/**
 * One page of the log of these merchants, newest first. Every line is met exactly once by following
 * `nextCursor`, whatever is written meanwhile.
 * @throws TRPCError BAD_REQUEST for a cursor that is none.
 */
export async function listAudit(
  { database }: Deps,
  memberships: readonly Membership[],
  filter: AuditFilter,
): Promise<Page> {
  const { cursor, limit } = filter;
  const after = cursor == null ? null : readCursor(cursor);
  const found = await selectLines(database.read, merchantsOf(memberships), filter, {
    after,
    limit: limit + 1,
  });
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  const nextCursor =
    last === undefined ? null : encodeKeyset({ at: last.at, id: `${last.merchantId}:${last.seq}` });
  return { rows, nextCursor };
}

/** What the log can be narrowed to. */
export async function listAuditChoices({ database }: Deps, memberships: readonly Membership[]) {
  const merchantIds = merchantsOf(memberships);
  const [people, actions, since, verified] = await Promise.all([
    selectActors(database.read, merchantIds),
    selectActions(database.read, merchantIds),
    selectStart(database.read, merchantIds),
    selectLastVerified(database.read, merchantIds),
  ]);
  return { people: [...people], actions: [...actions], since, verified: [...verified] };
}

function merchantsOf(memberships: readonly Membership[]): readonly number[] {
  return memberships.map(({ merchantId }) => merchantId);
}

function readCursor(cursor: string): Keyset {
  const keyset = decodeKeyset(cursor, lineId);
  if (keyset !== null) return keyset;
  throw fieldError('cursor', 'not-a-cursor-of-this-list');
}
