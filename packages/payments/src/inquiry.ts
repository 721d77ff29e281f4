import { type Amounts, remainingOf } from './amounts.ts';
import type { OperationKind } from './operation.ts';

/** The three sums an inquiry answers with, in minor units. */
export type InquiryAmounts = {
  readonly auth: number;
  readonly cap: number;
  readonly cred: number;
};

/** Whether AmountAuth is known to be what is left of an authorization after reversals. */
export type InquiryShowsReversals = 'unconfirmed' | 'yes';

export type Evidence = 'executed' | 'not-executed' | 'no-change-yet' | 'review';

/**
 * What an inquiry proves about a sent operation, given the inquiry from right before the send.
 *
 * That it happened counts at once; that it did not, only once the quiet period is over, because a
 * request can arrive late. Where inquiries may not show reversals, no change proves nothing about
 * one. A capture that closes the rest may lower AmountAuth too, so only AmountCap is asked of it.
 * Anything else is for people.
 */
export function judgeEvidence(evidence: {
  readonly kind: OperationKind;
  readonly amount: number;
  readonly baseline: InquiryAmounts;
  readonly now: InquiryAmounts;
  readonly quietOver: boolean;
  readonly inquiryShowsReversals: InquiryShowsReversals;
}): Evidence {
  const { kind, amount, baseline, now } = evidence;
  if (showsExecution(kind, amount, baseline, now)) return 'executed';

  const changed =
    now.auth !== baseline.auth || now.cap !== baseline.cap || now.cred !== baseline.cred;
  if (changed) return 'review';
  if (!evidence.quietOver) return 'no-change-yet';
  if (kind === 'reversal' && evidence.inquiryShowsReversals !== 'yes') return 'review';
  return 'not-executed';
}

function showsExecution(
  kind: OperationKind,
  amount: number,
  baseline: InquiryAmounts,
  now: InquiryAmounts,
): boolean {
  switch (kind) {
    case 'capture':
      return now.cap === baseline.cap + amount;
    case 'credit':
      return now.cred === baseline.cred + amount;
    case 'reversal':
      return now.auth === baseline.auth - amount && now.cap === baseline.cap;
  }
}

/** By how much the gateway's sums exceed ours, in minor units; negative where they fall short. */
export type BaselineDifference = {
  readonly captured: number;
  readonly credited: number;
  readonly authorized: number;
};

/**
 * What happened to a payment without us, or null. `amounts` are the sums as told to the fold.
 *
 * AmountAuth counts only while the gateway names an amount and we know of nothing released, or know
 * that inquiries show what was: else it may have been lowered, or emptied. Less than ours is an
 * external reversal, more is one more `authorized` fact.
 */
export function baselineDiffers(
  amounts: Amounts,
  inquiry: InquiryAmounts,
  inquiryShowsReversals: InquiryShowsReversals,
): BaselineDifference | null {
  const captured = inquiry.cap - amounts.captured;
  const credited = inquiry.cred - amounts.refunded;
  const isNamed = amounts.closed === 0 && inquiry.auth > 0;
  const authorized = isNamed ? authorizedDiffers(amounts, inquiry, inquiryShowsReversals) : 0;

  if (captured === 0 && credited === 0 && authorized === 0) return null;
  return { captured, credited, authorized };
}

/** After a reversal more than what is left only means that the answer is older than it. */
function authorizedDiffers(
  { authorized, reversed }: Amounts,
  { auth }: InquiryAmounts,
  inquiryShowsReversals: InquiryShowsReversals,
): number {
  if (reversed === 0) return auth - authorized;
  return inquiryShowsReversals === 'yes' ? Math.min(0, auth - (authorized - reversed)) : 0;
}

/**
 * Whether an inquiry proves that the rest of an authorization lapsed: past `captureBy` (ms UTC) the
 * gateway names no authorized amount any more, and no reversal explains that.
 */
export function provesLapse(
  payment: { readonly amounts: Amounts; readonly captureBy: number | null },
  inquiry: InquiryAmounts,
  now: number,
): boolean {
  const { amounts, captureBy } = payment;
  const late = captureBy !== null && now >= captureBy;
  const undisturbed = amounts.reversed === 0 && inquiry.cap === amounts.captured;
  return late && undisturbed && remainingOf(amounts) > 0 && inquiry.auth === 0;
}
