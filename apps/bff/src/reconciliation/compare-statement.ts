import { matchSettlement } from 'paygate-payments';
import type { Sql } from '../storage/database.ts';
import { insertItems, keepHandled } from './item-store.ts';
import { selectMovements } from './movement-store.ts';
import type { Statement } from './statement.ts';
import { lockStatement, markCompared, selectStatementLines } from './statement-store.ts';

/**
 * Compares a statement with our captures and refunds as they are now, inside the caller's transaction.
 * What somebody accepted or wrote about stays as it was found; everything else is found anew.
 */
export async function compareStatement(
  sql: Sql,
  statement: Pick<Statement, 'merchantId' | 'id' | 'connectionId' | 'from' | 'until' | 'dayKind'>,
  now: number,
): Promise<void> {
  if (!(await lockStatement(sql, statement))) return;
  const handled = await keepHandled(sql, statement);
  const handledLines = new Set(handled.map(({ line }) => line));
  const handledMovements = new Set(handled.flatMap(({ movementIds }) => movementIds));
  const all = await selectStatementLines(sql, statement);
  const movements = await selectMovements(sql, statement, all);
  const items = matchSettlement(
    all.filter(({ line }) => !handledLines.has(line)),
    movements,
    statement,
    handledMovements,
  );
  const first = Math.max(0, ...handled.map(({ number }) => number)) + 1;
  await insertItems(sql, statement, items, first);
  await markCompared(sql, statement, now);
}
