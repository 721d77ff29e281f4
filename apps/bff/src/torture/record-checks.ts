import { type Amounts, isOpenState, type OperationState } from 'paygate-payments';
import { verifyAudit } from '../audit/verify-audit.ts';
import { findVisiblePayment } from '../payments/find-visible-payment.ts';
import { toldPayment } from '../payments/told-payment.ts';
import { cameTooLate, type Evidence, type Observed } from './checks.ts';
import { leakedInto, type Told } from './evidence-store.ts';
import { type Account, sumsOf } from './gateway-ledger.ts';
import { canaries } from './house.ts';

/** I4: what the facts of a payment add up to is its row, and is what the gateway has booked. */
export async function sumsAgree({ world, history, operations }: Evidence): Promise<void> {
  const { house, violate } = world;
  const sql = house.observer.database.read;
  const [manager] = house.people.managers;
  if (manager === undefined) throw new Error('nobody may look');
  for (const { paymentId, account } of history.subjects) {
    const payment = await findVisiblePayment(sql, manager, paymentId);
    const { amounts: told } = await toldPayment(sql, payment);
    if (isPossible(told) && JSON.stringify(told) !== JSON.stringify(payment.amounts)) {
      violate(`I4 the row is not the sum of its facts: ${paymentId}`);
    }
    const isOpen = operations.some(
      (operation) => operation.paymentId === paymentId && isOpenState(operation.state),
    );
    if (isOpen) continue;
    const { captured, credited, reversed } = sumsOf(account);
    if (told.captured !== captured)
      violate(`I4 captured ${told.captured}, gateway ${captured}: ${paymentId}`);
    if (told.refunded !== credited)
      violate(`I4 refunded ${told.refunded}, gateway ${credited}: ${paymentId}`);
    const unseen = account.executions.some(
      (execution) => execution.kind === 'reversal' && cameTooLate(world, execution),
    );
    if (told.reversed !== reversed && !unseen) {
      violate(`I4 reversed ${told.reversed}, gateway ${reversed}: ${paymentId}`);
    }
  }
}

function isPossible({ authorized, captured, reversed, closed, refunded }: Amounts): boolean {
  const spent = captured + reversed + closed;
  return spent <= authorized && refunded <= captured && Math.min(captured, refunded) >= 0;
}

/** I5: nothing is left open but what only people can tell, and only for a reason. */
export function nothingUnresolved({ world, history, operations }: Evidence): void {
  for (const { id, state, kind, payId } of operations) {
    if (!isOpenState(state) && state !== 'awaiting_approval') continue;
    const account = history.subjects.find((subject) => subject.account.payId === payId)?.account;
    const isDoubtful = account !== undefined && isUnclear(world, account, kind);
    if (state !== 'review') world.violate(`I5 still ${state}: ${kind} ${id}`);
    else if (!isDoubtful) world.violate(`I5 in review without a reason: ${kind} ${id}`);
  }
}

function isUnclear(world: Observed, account: Account, kind: Told['kind']): boolean {
  if (kind === 'reversal' && !account.showsReversals) return true;
  return (
    account.lies > 0 ||
    account.executions.some(
      (execution) => execution.reqId === null || cameTooLate(world, execution),
    )
  );
}

/** I6: what people were told stays true, and one key is one operation. */
export function answersHold({ world, history, operations }: Evidence): void {
  const { violate } = world;
  const ofKey = new Map<string, { readonly operationId: string; readonly wish: string }>();
  for (const { outcome, wish, expectation } of history.calls) {
    if (outcome === null) violate(`I6 a call never ended: ${wish.kind}`);
    if (outcome?.kind === 'broken') violate(`I6 a call broke: ${outcome.why}`);
    if (expectation === 'denied' && outcome?.kind !== 'denied' && outcome?.kind !== 'lost') {
      violate(`I8 not denied: ${wish.kind} ${outcome?.kind}`);
    }
    if (outcome?.kind !== 'answered') continue;
    if (expectation !== null) violate(`I6 answered what must be refused: ${wish.kind}`);

    const { operationId } = outcome;
    const asked = JSON.stringify({ ...wish, version: null });
    const first = ofKey.get(wish.key) ?? { operationId, wish: asked };
    ofKey.set(wish.key, first);
    if (first.operationId !== operationId) violate(`I6 one key, two operations: ${wish.key}`);
    if (first.wish !== asked) violate(`I6 one key, two wishes: ${wish.key}`);
    const operation = operations.find(({ id }) => id === operationId);
    const state = operation?.state ?? 'gone';
    const isFinal = !isOpenState(outcome.state as OperationState);
    if (state === 'gone' || (isFinal && state !== outcome.state)) {
      violate(`I6 told ${outcome.state}, is ${state}: ${operationId}`);
    }
  }
}

const requests = {
  capture: 'capture-requested',
  reversal: 'reversal-requested',
  credit: 'credit-requested',
};
const moved = { capture: 'captured', reversal: 'reversed', credit: 'credited' };
/** Lines that may stand between a request and its end. */
const asides = ['operation-unknown', 'answer-about-another', 'several-captures-proposed'];
const endings: Partial<Record<OperationState, string>> = {
  failed: 'operation-declined',
  not_executed: 'operation-not-executed',
  cancelled: 'operation-cancelled',
  review: 'operation-review',
};

/**
 * I7: every request and every end of an operation has exactly one line in the audit log, written by
 * whom it was, the end also in the timeline.
 */
export function everythingIsTold({ world, operations }: Evidence): void {
  for (const { id, kind, state, audit, actors, facts, createdBy } of operations) {
    const ending = state === 'succeeded' ? moved[kind] : endings[state];
    const expected = [requests[kind], ...(ending === undefined ? [] : [ending])];
    const lines = audit.filter((action) => !asides.includes(action));
    if (lines.join() !== expected.join())
      world.violate(`I7 ${state}, audit ${audit}: ${kind} ${id}`);
    if (actors.join() !== createdBy) world.violate(`I7 asked by ${actors}: ${kind} ${id}`);

    const end = state === 'succeeded' ? 'executed' : ending;
    const told = facts
      .map((fact) => fact.split(':').at(-1))
      .filter((fact) => fact !== 'operation-requested' && fact !== 'operation-unknown');
    if (told.join() !== (end ?? '')) world.violate(`I7 ${state}, told ${told}: ${kind} ${id}`);
  }
}

/** I7, at the end of all: the audit log is one unbroken chain. */
export async function chainHolds({ house, violate }: Observed): Promise<void> {
  for (const { merchantId, fault } of await verifyAudit(house.observer)) {
    if (fault !== null) violate(`I7 chain of ${merchantId}: ${fault.what} at ${fault.seq}`);
  }
}

/** I8: nobody moved money without the right to, or at another merchant. */
export function rightsHold({ world, operations }: Evidence): void {
  const { managers, service, stranger } = world.house.people;
  for (const { id, kind, createdBy, merchantId } of operations) {
    const person = [...managers, service, stranger].find((one) => one.id === createdBy);
    const rights = person?.memberships.find((one) => one.merchantId === merchantId)?.rights ?? [];
    const needed = { capture: 'capture', reversal: 'reverse', credit: 'refund' } as const;
    if (!rights.includes(needed[kind])) world.violate(`I8 without the right: ${kind} ${id}`);
  }
}

/** I9, at the end of all: no key in any log line or table. */
export async function nothingLeaks({ house, violate }: Observed): Promise<void> {
  for (const canary of Object.values(canaries)) {
    if (house.logLines.some((line) => line.includes(canary))) violate('I9 key in the log');
    const tables = await leakedInto(house.observer.database.read, canary);
    if (tables.length > 0) violate(`I9 key in ${tables}`);
  }
}
