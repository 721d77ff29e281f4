import type { OperationKind, OperationState, QuietPeriods } from 'paygate-payments';
import { listTold, type Told } from './evidence-store.ts';
import type { Account, Execution } from './gateway-ledger.ts';
import type { History } from './history.ts';
import type { House } from './house.ts';

const MOVED: readonly OperationState[] = ['succeeded'];
const NOT_MOVED: readonly OperationState[] = ['failed', 'not_executed', 'cancelled'];

/** Whom a history is checked against, and by which periods. */
export type Observed = {
  readonly house: Pick<House, 'observer' | 'people' | 'logLines'>;
  readonly violate: (text: string) => void;
  /** What a house must wait, whatever it is set to (ms). */
  readonly quiet: QuietPeriods;
  /** So long before the end of a quiet period an effect may already come too late to be seen (ms). */
  readonly marginMs: number;
};

/** One history with everything that the house and the gateway have to say about it. */
export type Evidence = {
  readonly world: Observed;
  readonly history: History;
  readonly operations: readonly Told[];
  readonly executionsOf: (operation: Told) => readonly Execution[];
};

/** Gathers the evidence once a history is over. */
export async function gatherEvidence(world: Observed, history: History): Promise<Evidence> {
  const payIds = history.subjects.map(({ account }) => account.payId);
  const operations = await listTold(world.house.observer.database.read, payIds);
  const byReqId = new Map<string | null, Execution[]>();
  for (const execution of history.subjects.flatMap(({ account }) => account.executions)) {
    byReqId.set(execution.reqId, [...(byReqId.get(execution.reqId) ?? []), execution]);
  }
  return { world, history, operations, executionsOf: ({ reqId }) => byReqId.get(reqId) ?? [] };
}

/** I1: nothing is executed twice, and nothing that nobody asked for. */
export function nothingTwice({ world, history, operations, executionsOf }: Evidence): void {
  for (const operation of operations) {
    const times = executionsOf(operation).length;
    if (times > 1) world.violate(`I1 executed ${times} times: ${operation.id}`);
  }
  const known = new Set(operations.map(({ reqId }) => reqId));
  for (const { account } of history.subjects) {
    for (const { reqId } of account.executions) {
      if (reqId !== null && !known.has(reqId)) world.violate(`I1 executed for nobody: ${reqId}`);
    }
  }
}

/** I2: succeeded means executed as booked, and every other end means that it was not. */
export function endsAreTrue({ world, operations, executionsOf, history }: Evidence): void {
  for (const operation of operations) {
    const [execution] = executionsOf(operation);
    const { state, id, kind, amount, payId } = operation;
    if (MOVED.includes(state)) {
      const same =
        execution?.kind === kind && execution.amount === amount && execution.payId === payId;
      if (!same) world.violate(`I2 ${state} but not executed as booked: ${kind} ${id}`);
    }
    if (NOT_MOVED.includes(state) && execution !== undefined && !cameTooLate(world, execution)) {
      world.violate(`I2 ${state} but executed: ${kind} ${id} ${wasLiedTo(history, payId)}`);
    }
  }
}

/** A request that the network kept beyond the quiet period: nobody could have known. */
export function cameTooLate(
  { quiet, marginMs }: Observed,
  { kind, at, askedAt }: Execution,
): boolean {
  return at - askedAt >= quietPeriodOf(quiet, kind) - marginMs;
}

/** How long nothing may be concluded from a silence (ms). */
export function quietPeriodOf(
  { quietMs, creditQuietMs }: QuietPeriods,
  kind: OperationKind,
): number {
  return kind === 'credit' ? creditQuietMs : quietMs;
}

function wasLiedTo({ subjects }: History, payId: string): string {
  return subjects.some(({ account }) => account.payId === payId && account.lies > 0)
    ? '(a lie was told about this payment)'
    : '';
}

/** I3: what the house had executed stayed within what the gateway had booked before it. */
export function amountsHold({ world, history }: Evidence): void {
  for (const { account } of history.subjects) {
    let captured = 0;
    let reversed = 0;
    let credited = 0;
    for (const execution of account.executions) {
      const { kind, amount, reqId } = execution;
      if (kind === 'capture') captured += amount;
      if (kind === 'reversal') reversed += amount;
      if (kind === 'credit') credited += amount;
      if (reqId === null || !couldKnow(world, account, execution)) continue;
      const tooMuch = captured + reversed > account.authorized && kind !== 'credit';
      if (tooMuch) world.violate(`I3 ${kind} beyond the authorization: ${account.payId}`);
      if (kind === 'credit' && credited > captured) {
        world.violate(`I3 credited beyond the captured: ${account.payId}`);
      }
      if (kind === 'reversal' && captured > 0) {
        world.violate(`I3 reversal after a capture: ${account.payId}`);
      }
    }
  }
}

/** Whether everything before an execution could be seen by the inquiry that went before its send. */
function couldKnow(world: Observed, account: Account, execution: Execution): boolean {
  const since = account.executions.filter(
    ({ seq }) => seq > execution.baselineSeq && seq < execution.seq,
  );
  return since.length === 0 && !cameTooLate(world, execution);
}
