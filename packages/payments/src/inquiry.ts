import { type Amounts, remainingOf } from './amounts.ts';
import type { OperationKind } from './operation.ts';

/** The three sums an inquiry answers with, in minor units. */
export type InquiryAmounts = {
  readonly auth: number;
  readonly cap: number;
  readonly cred: number;
};

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
  readonly inquiryShowsReversals: 'unconfirmed' | 'yes';
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
 * AmountAuth counts only while we know of nothing released and the gateway names an amount:
 * afterwards it may have been lowered, or emptied. Less than ours is an external reversal, more is
 * one more `authorized` fact.
 */
export function baselineDiffers(
  amounts: Amounts,
  inquiry: InquiryAmounts,
): BaselineDifference | null {
  const captured = inquiry.cap - amounts.captured;
  const credited = inquiry.cred - amounts.refunded;
  const comparable = amounts.reversed === 0 && amounts.closed === 0 && inquiry.auth > 0;
  const authorized = comparable ? inquiry.auth - amounts.authorized : 0;

  if (captured === 0 && credited === 0 && authorized === 0) return null;
  return { captured, credited, authorized };
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
