import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Membership } from '../sessions/person.ts';
import { fieldError } from '../trpc.ts';
import { eventTypesOf, kindsOf } from './movement-kinds.ts';
import type { RowsInput } from './report-input.ts';
import { countRows, type RowPosition, selectRows } from './report-row-store.ts';
import { scopeOf } from './report-scope.ts';
import type { reportRowsView } from './report-view.ts';
import { decodeRowCursor, encodeRowCursor } from './row-cursor.ts';

/**
 * The steps that one number of a report counts, newest first, with their count and sum.
 * @throws TRPCError BAD_REQUEST for a cursor that is none, NOT_FOUND for what is not theirs.
 */
export async function listReportRows(
  deps: Deps,
  memberships: readonly Membership[],
  input: RowsInput,
): Promise<z.output<typeof reportRowsView>> {
  const after = input.cursor == null ? null : positionIn(input.cursor);
  const { connections, ...scope } = await scopeOf(deps, memberships, input);
  const sql = deps.database.read;
  const kinds = kindsOf(input.figure);
  const query = {
    ...scope,
    kinds,
    from: input.from,
    to: input.to,
    detail: input.detail ?? null,
    waitFrom: input.waitFrom ?? null,
    waitTo: input.waitTo ?? null,
  };
  const [listed, whole] = await Promise.all([
    selectRows(sql, { ...query, eventTypes: eventTypesOf(kinds), after, limit: input.limit + 1 }),
    countRows(sql, { ...query, isNet: input.figure === 'net' }),
  ]);
  const page = listed.slice(0, input.limit);
  const last = listed.length > input.limit ? page.at(-1) : undefined;
  const slugs = new Map(connections.map(({ id, slug }) => [id, slug]));
  return {
    rows: page.map(({ connectionId, at, authorizedAt, ...row }) => ({
      ...row,
      at: at.getTime(),
      authorizedAt: authorizedAt?.getTime() ?? null,
      connection: slugs.get(connectionId) ?? '',
    })),
    nextCursor: last === undefined ? null : encodeRowCursor({ ...last, at: last.at.getTime() }),
    ...whole,
  };
}

function positionIn(cursor: string): RowPosition {
  const position = decodeRowCursor(cursor);
  if (position === null) throw fieldError('cursor', 'not-a-cursor-of-this-list');
  return position;
}
