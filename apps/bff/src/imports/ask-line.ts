import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import { type BroughtIn, bringInPayment, type WireNames } from '../payments/bring-in-payment.ts';
import type { Sql } from '../storage/database.ts';
import type { ImportClaim, ImportLine } from './import.ts';
import { countAttempt, selectNamed, settleLine } from './import-line-store.ts';

type Line = Pick<ImportLine, 'line' | 'payId' | 'transId' | 'authorizedAt'>;
type Outcome = Pick<ImportLine, 'state' | 'field' | 'problem' | 'paymentId'>;

const nothing = { field: null, problem: null, paymentId: null };
/** Of questions whose answers could not be used. */
const ATTEMPTS = 3;

/**
 * Asks about one line and writes what became of it, together with the payment; a line that was asked
 * about twice has one answer. `unreachable`: nothing was learned, and the next line would not be either.
 */
export async function askLine(
  deps: Deps,
  connection: GatewayConnection,
  claim: ImportClaim,
  line: Line,
): Promise<'settled' | 'unreachable' | 'unreadable'> {
  const { money } = deps.database;
  const before = await findNamed(money, connection.id, line);
  if (before !== null) {
    await settleLine(money, claim, { line: line.line, ...before });
    return 'settled';
  }
  const names = namesOf(line);
  const authorizedAt = line.authorizedAt ?? deps.clock.now();
  const settle = async (sql: Sql, brought: BroughtIn) => {
    const outcome = await outcomeOf(sql, connection.id, line, brought);
    await settleLine(sql, claim, { line: line.line, ...outcome });
  };
  const brought = await bringInPayment(deps, connection, names, authorizedAt, settle);
  if (brought.kind === 'unreachable') return 'unreachable';
  if (brought.kind !== 'unreadable') return 'settled';
  if ((await countAttempt(money, claim, line.line)) < ATTEMPTS) return 'unreadable';
  const problem = brought.why;
  await settleLine(money, claim, { ...nothing, line: line.line, state: 'unreadable', problem });
  return 'settled';
}

async function outcomeOf(
  sql: Sql,
  connectionId: string,
  line: Line,
  brought: BroughtIn,
): Promise<Outcome> {
  switch (brought.kind) {
    case 'imported':
      return { ...nothing, state: 'imported', paymentId: brought.paymentId };
    case 'not-found':
      return { ...nothing, state: 'not-found', problem: brought.code };
    case 'known':
      // It came by another way since it was looked for, or the answer named one that is here.
      return (await findNamed(sql, connectionId, line)) ?? { ...nothing, state: 'known' };
    default:
      return { ...nothing, state: 'empty' };
  }
}

/** The payment that has these names already; a conflict where they are those of two. */
async function findNamed(sql: Sql, connectionId: string, line: Line): Promise<Outcome | null> {
  const found = await selectNamed(sql, connectionId, line);
  const [first] = found;
  if (first === undefined) return null;
  const { payId, transId } = line;
  const agrees =
    found.length === 1 &&
    (transId === null || transId === first.transId) &&
    (payId === null || payId === (first.payId ?? payId));
  if (!agrees) return { ...nothing, state: 'conflict', field: 'transId', paymentId: first.id };
  return { ...nothing, state: 'known', paymentId: first.id };
}

function namesOf({ payId, transId, line }: Line): WireNames {
  if (payId !== null) return { payId, transId };
  if (transId === null) throw new Error(`line ${line} names no payment`);
  return { payId, transId };
}
