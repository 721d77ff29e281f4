import { refundReasons } from '../app/refund-reasons.ts';
import { type AmountLimits, type AmountRefusal, judgeAmount } from './amount-rule.ts';

type RefundReason = (typeof refundReasons)[number];
export const noteMaxLength = 500;

export type RefundFields = {
  readonly amount: string;
  readonly reason: RefundReason | '';
  readonly note: string;
};
type RefundProblems = {
  readonly amount?: AmountRefusal;
  readonly reason?: 'required';
  readonly note?: 'noteEmpty' | 'noteLong';
};

/** Every rule the refund form breaks, by field; empty when it can be sent. */
export function refundProblems(fields: RefundFields, limits: AmountLimits): RefundProblems {
  const amount = judgeAmount(fields.amount, limits).problem;
  const note = fields.note.trim();
  return {
    ...(amount !== undefined && { amount }),
    ...(fields.reason === '' && { reason: 'required' as const }),
    ...(fields.reason === 'other' && note === '' && { note: 'noteEmpty' as const }),
    ...(note.length > noteMaxLength && { note: 'noteLong' as const }),
  };
}

export function isRefundReason(reason: string): reason is RefundReason {
  return refundReasons.some((known) => known === reason);
}
