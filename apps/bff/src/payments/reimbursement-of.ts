import { decideReimbursement, isRefundOver, refundableOf, reimbursedOf } from 'paygate-payments';
import type { StoredEvent } from './event-store.ts';
import type { Operation } from './operation.ts';
import { factsOf, type Payment } from './payment.ts';

/** What is recorded as paid back past the gateway, and how much more may be at `now`; minor units. */
export function reimbursementOf(
  payment: Payment,
  events: readonly Pick<StoredEvent, 'event'>[],
  operations: readonly Operation[],
  now: number,
): { readonly recorded: number; readonly max: number } {
  const recorded = reimbursedOf(events.map(({ event }) => event));
  const facts = factsOf(payment);
  const left = refundableOf(facts.amounts, facts.creditInDoubt);
  const mayRecord =
    isRefundOver(facts, declinedCodes(operations), now) &&
    decideReimbursement(facts, { amount: left }).allowed;
  return { recorded, max: mayRecord ? left : 0 };
}

/** The codes with which the gateway refused refunds. */
export function declinedCodes(operations: readonly Operation[]): readonly string[] {
  return operations.flatMap(({ kind, state, resultCode }) =>
    kind === 'credit' && state === 'failed' && resultCode !== null ? [resultCode] : [],
  );
}
