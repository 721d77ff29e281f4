import type { Step } from './events.ts';
import type { MerchantSettings } from './merchants.ts';

/** Running totals of a payment, minor units. */
export type LedgerAmounts = {
  readonly authorized: number;
  readonly captured: number;
  readonly credited: number;
  readonly reversed: number;
  readonly closed: number;
  readonly expired: number;
};

/** Adds up the executed steps. A reversal is booked against the step it undoes. */
export function amountsOf(steps: readonly Step[]): LedgerAmounts {
  const sum = { authorized: 0, captured: 0, credited: 0, reversed: 0, closed: 0, expired: 0 };
  for (const step of steps) {
    switch (step.kind) {
      case 'authorization':
        sum.authorized += step.amount;
        break;
      case 'capture':
        sum.captured += step.amount;
        break;
      case 'credit':
        sum.credited += step.amount;
        break;
      case 'close':
        if (stillStands(step, steps)) sum.closed += step.amount;
        break;
      case 'expiry':
        sum.expired += step.amount;
        break;
      case 'reversal':
        takeBack(sum, step, steps);
        break;
    }
  }
  return sum;
}

/** What can still be captured. */
export function openAmount(amounts: LedgerAmounts): number {
  const { authorized, captured, reversed, closed, expired } = amounts;
  return Math.max(0, authorized - captured - reversed - closed - expired);
}

/**
 * The three amounts of an inquiry. AmountAuth falls with every reversal of the authorization, is 0
 * once the authorization lapsed, and keeps counting what was captured or closed unless set otherwise.
 */
export function inquiryAmounts(
  steps: readonly Step[],
  { closeLowersAmountAuth }: Pick<MerchantSettings, 'closeLowersAmountAuth'>,
): { amountAuth: number; amountCap: number; amountCred: number } {
  const sum = amountsOf(steps);
  const closed = closeLowersAmountAuth ? sum.closed : 0;
  return {
    amountAuth: sum.expired > 0 ? 0 : sum.authorized - sum.reversed - closed,
    amountCap: sum.captured,
    amountCred: sum.credited,
  };
}

/** A step that reverse.aspx could undo, with what is left of it. */
export type UndoableStep = {
  readonly xid: string;
  readonly kind: 'authorization' | 'capture' | 'credit';
  readonly left: number;
};

/**
 * The last step that still stands: reverse.aspx undoes this one, whatever it was. Reversals, closed
 * rests and expiries are not steps of their own in this sense.
 */
export function lastStandingStep(steps: readonly Step[]): UndoableStep | null {
  for (const step of [...steps].reverse()) {
    if (step.kind === 'reversal' || step.kind === 'close' || step.kind === 'expiry') continue;
    const left = step.kind === 'authorization' ? openAmount(amountsOf(steps)) : leftOf(step, steps);
    if (left > 0) return { xid: step.xid, kind: step.kind, left };
  }
  return null;
}

/** The steps as they were before the last one, for an inquiry that lags behind. */
export function beforeLastStep(steps: readonly Step[]): Step[] {
  const last = steps.at(-1);
  return steps.filter(({ xid }) => xid !== last?.xid);
}

function leftOf(step: Step, steps: readonly Step[]): number {
  const undone = steps.filter(({ kind, undoes }) => kind === 'reversal' && undoes === step.xid);
  return step.amount - undone.reduce((total, { amount }) => total + amount, 0);
}

type Sums = { -readonly [key in keyof LedgerAmounts]: number };

function takeBack(sum: Sums, reversal: Step, steps: readonly Step[]): void {
  const undone = steps.filter(({ xid }) => xid === reversal.undoes);
  const kinds = new Set(undone.map(({ kind }) => kind));
  if (kinds.has('capture')) sum.captured -= reversal.amount;
  if (kinds.has('credit')) sum.credited -= reversal.amount;
  // A sale books authorization and capture as one step, so both fall together.
  if (kinds.has('authorization')) sum.reversed += reversal.amount;
}

/** Undoing the whole of a last capture opens the rest again that it had closed. */
function stillStands(close: Step, steps: readonly Step[]): boolean {
  const capture = steps.find(({ xid, kind }) => xid === close.xid && kind === 'capture');
  return capture === undefined || leftOf(capture, steps) > 0;
}
