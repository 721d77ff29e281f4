import { type Role, rightsOf } from 'paygate-payments';

type Limits = { readonly refundLimit: number | null; readonly refundDailyLimit: number | null };

/** The limits that are kept with a role: none where it cannot refund. */
export function limitsFor(role: Role, { refundLimit, refundDailyLimit }: Limits): Limits {
  return rightsOf(role).includes('refund')
    ? { refundLimit, refundDailyLimit }
    : { refundLimit: null, refundDailyLimit: null };
}
