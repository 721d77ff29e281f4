import type { Decision, JournalEvent, PaymentStatus, Source, StepKind } from './events.ts';
import type { Payment } from './state.ts';
import type { World } from './world.ts';

/** A step as a rule proposes it; booking gives it time, number and identity. */
export type DraftStep = {
  readonly kind: StepKind;
  readonly amount: number;
  readonly undoes?: string;
};

export type Booking = {
  readonly payment: Payment;
  readonly xid: string;
  readonly at: number;
  readonly source: Source;
  readonly reqId: string | null;
};

/**
 * Journal events for steps of one operation, all under one XID. A closed rest carries no ReqId:
 * it is a consequence, and one execution must not look like two.
 */
export function stepEvents(
  world: World,
  { payment, xid, at, source, reqId }: Booking,
  drafts: readonly DraftStep[],
): JournalEvent[] {
  const { merchantId, payId, transId } = payment;
  const first = world.state.entries.length + 1;
  return drafts.map(({ kind, amount, undoes }, index) => ({
    type: 'step',
    step: {
      seq: first + index,
      at,
      merchantId,
      payId,
      transId,
      xid,
      kind,
      amount,
      reqId: kind === 'close' ? null : reqId,
      source,
      undoes: undoes ?? null,
    },
  }));
}

/** The journal event that gives the whole payment a new status. */
export function decisionEvent(
  payment: Payment,
  status: PaymentStatus,
  code: string,
  { xid, at }: { readonly xid: string; readonly at: number },
): JournalEvent {
  const decision: Decision = { payId: payment.payId, at, xid, status, code };
  return { type: 'decision', decision };
}
