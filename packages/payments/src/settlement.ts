/** By what a line of a statement was recognized. */
export const matchKeys = ['payId', 'xid', 'transId', 'refNr'] as const;
export type MatchKey = (typeof matchKeys)[number];

/**
 * Where a line, or a movement of ours, ends up. `failed`: PPRO lists payments that never came about,
 * dated 1970-01-01 with nothing captured; they are no difference.
 */
export const lanes = ['matched', 'differs', 'only-ours', 'only-theirs', 'failed'] as const;
export type Lane = (typeof lanes)[number];

/** The likely reason of a difference, or what is worth knowing about a match; none is certain. */
export const causes = [
  'fee',
  'netted-refund',
  'external-refund',
  'several-captures',
  'day-23',
  'other-day',
  'settled-before',
  'said-twice',
  'unknown-payment',
  'not-settled-yet',
  'amount',
] as const;
export type Cause = (typeof causes)[number];

/** A line of a statement. Amounts in minor units, what was given back negative; instants ms UTC. */
export type StatementLine = {
  readonly line: number;
  readonly kind: 'payment' | 'refund' | 'failed';
  readonly payId: string | null;
  readonly xid: string | null;
  readonly transId: string | null;
  readonly refNr: string | null;
  readonly at: number | null;
  readonly amount: number;
  /** What was withheld of it. */
  readonly fee: number | null;
};

/** A capture (positive) or a refund (negative) of ours. `isSettled`: another statement has it. */
export type Movement = {
  readonly id: string;
  readonly paymentId: string;
  readonly payId: string | null;
  /** Of this step, and of the others of its payment. */
  readonly xids: readonly string[];
  readonly transId: string;
  readonly refNr: string | null;
  readonly at: number;
  readonly amount: number;
  readonly isSettled: boolean;
};

/** Where a day ends: at midnight in Switzerland, or at 23:00 as TWINT counts. */
export type DayEnd = 'calendar' | 'twint';

/** The instants (ms UTC) that a statement is about, whole days of one kind; `until` is not part of it. */
export type StatementPeriod = {
  readonly from: number;
  readonly until: number;
  readonly dayKind: DayEnd;
};

/** One line and what belongs to it, or a movement that no line speaks of. */
export type SettlementItem = {
  readonly lane: Lane;
  readonly cause: Cause | null;
  readonly matchedBy: MatchKey | null;
  readonly line: number | null;
  readonly movementIds: readonly string[];
  readonly paymentId: string | null;
  readonly ours: number;
  readonly theirs: number;
};
