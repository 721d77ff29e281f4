import { TRPCError } from '@trpc/server';
import { totalDifferences } from 'paygate-payments';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Membership } from '../sessions/person.ts';
import { countItems, selectItems } from './item-store.ts';
import type { ListItemsInput } from './reconciliation-input.ts';
import type { itemView, StatementView } from './reconciliation-view.ts';
import { type NamedStatement, selectStatement, selectStatements } from './statement-store.ts';

type Where = readonly Membership[];

/** @throws TRPCError NOT_FOUND, for another merchant's statement just as for none. */
export async function ownStatement(
  { database }: Pick<Deps, 'database'>,
  memberships: Where,
  statementId: string,
): Promise<NamedStatement> {
  const merchantIds = memberships.map(({ merchantId }) => merchantId);
  const found = await selectStatement(database.read, merchantIds, statementId);
  if (found === null) throw new TRPCError({ code: 'NOT_FOUND', message: 'no-such-statement' });
  return found;
}

/** @throws TRPCError NOT_FOUND. */
export async function getStatement(
  deps: Deps,
  memberships: Where,
  statementId: string,
): Promise<StatementView> {
  const [view] = await present(deps, [await ownStatement(deps, memberships, statementId)]);
  if (view === undefined) throw new Error(`statement ${statementId} could not be shown`);
  return view;
}

/** The newest hundred, newest first. */
export async function listStatements(
  deps: Deps,
  memberships: Where,
): Promise<{ readonly rows: StatementView[] }> {
  const merchantIds = memberships.map(({ merchantId }) => merchantId);
  return { rows: await present(deps, await selectStatements(deps.database.read, merchantIds)) };
}

/**
 * A page of what was found, in the order of the file, then what only we have.
 * @throws TRPCError NOT_FOUND.
 */
export async function listItems(
  deps: Deps,
  memberships: Where,
  { statementId, lane, after, limit }: ListItemsInput,
): Promise<{ rows: z.infer<typeof itemView>[]; next: number | null }> {
  const found = await ownStatement(deps, memberships, statementId);
  const lanes = lane === undefined ? null : [lane];
  const rows = await selectItems(deps.database.read, found, { lanes, after, limit: limit + 1 });
  const page = rows.slice(0, limit).map(({ movementIds: _, ...item }) => item);
  return { rows: page, next: rows.length > limit ? (page.at(-1)?.number ?? null) : null };
}

async function present(
  { database }: Pick<Deps, 'database'>,
  statements: readonly NamedStatement[],
): Promise<StatementView[]> {
  const counted = Map.groupBy(await countItems(database.read, statements), ({ id }) => id);
  return statements.map(({ connectionId: _, format: _format, ...statement }) => ({
    ...statement,
    totalDifferences: [...totalDifferences(statement.stated, statement.added)],
    lanes: (counted.get(statement.id) ?? []).map(({ id: _id, ...lane }) => lane),
  }));
}
