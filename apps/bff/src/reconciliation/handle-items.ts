import { TRPCError } from '@trpc/server';
import { recordAudit } from '../audit/record-audit.ts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../storage/database.ts';
import { compareStatement } from './compare-statement.ts';
import { getStatement, ownStatement } from './get-statement.ts';
import { acceptItems, noteItem } from './item-store.ts';
import type { Reconciling } from './load-statement.ts';
import type { AcceptItemsInput, NoteItemInput } from './reconciliation-input.ts';
import type { StatementView } from './reconciliation-view.ts';
import { deleteStatement } from './statement-store.ts';

/** Accepts one item, or all that is open in a lane. What is accepted already stays as it is. */
export async function acceptStatementItems(
  deps: Deps,
  reconciling: Reconciling,
  { statementId, number, lane }: AcceptItemsInput,
): Promise<StatementView> {
  return change(deps, reconciling, statementId, async ({ sql, found, now, person }) => {
    const wish = { numbers: number === undefined ? null : [number], lane: lane ?? null };
    const count = await acceptItems(sql, found, { ...wish, by: person.id, now });
    return count === 0 ? null : { action: 'items-accepted', details: { ...wish, count } };
  });
}

/**
 * Writes a note beside one item; an empty one takes it away.
 * @throws TRPCError NOT_FOUND.
 */
export async function noteStatementItem(
  deps: Deps,
  reconciling: Reconciling,
  { statementId, number, note }: NoteItemInput,
): Promise<StatementView> {
  return change(deps, reconciling, statementId, async ({ sql, found }) => {
    if (!(await noteItem(sql, found, number, note))) throw new TRPCError({ code: 'NOT_FOUND' });
    return { action: 'item-noted', details: { number, note } };
  });
}

/** Compares anew with what is known now, e.g. after more payments were imported. */
export async function compareStatementAgain(
  deps: Deps,
  reconciling: Reconciling,
  statementId: string,
): Promise<StatementView> {
  return change(deps, reconciling, statementId, async ({ sql, found, now }) => {
    await compareStatement(sql, found, now);
    return { action: 'statement-compared', details: {} };
  });
}

/** Takes a statement away with all that was found and written about it. */
export async function removeStatement(
  deps: Deps,
  reconciling: Reconciling,
  statementId: string,
): Promise<void> {
  await inChange(deps, reconciling, statementId, async ({ sql, found }) => {
    await deleteStatement(sql, found);
    return { action: 'statement-removed', details: { name: found.name, sha256: found.sha256 } };
  });
}

type Found = Awaited<ReturnType<typeof ownStatement>>;
type Sql = Parameters<Parameters<typeof inTransaction>[1]>[0];
type Work = (at: {
  readonly sql: Sql;
  readonly found: Found;
  readonly now: number;
  readonly person: Reconciling['person'];
}) => Promise<{ readonly action: string; readonly details: object } | null>;

async function change(
  deps: Deps,
  reconciling: Reconciling,
  statementId: string,
  work: Work,
): Promise<StatementView> {
  await inChange(deps, reconciling, statementId, work);
  return getStatement(deps, reconciling.memberships, statementId);
}

/** One change and its line in the audit log; null: nothing changed. */
async function inChange(
  deps: Deps,
  { person, memberships }: Reconciling,
  statementId: string,
  work: Work,
): Promise<void> {
  const found = await ownStatement(deps, memberships, statementId);
  await inTransaction(deps.database.export, async (sql) => {
    const now = deps.clock.now();
    const done = await work({ sql, found, now, person });
    if (done === null) return;
    await recordAudit(sql, {
      merchantId: found.merchantId,
      at: now,
      actorId: person.id,
      action: done.action,
      subject: `statement:${found.id}`,
      details: { ...done.details },
    });
  });
}
