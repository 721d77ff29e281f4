import type { PaymentStatus } from 'paygate-payments';
import type { Payment } from '../payments/payment.ts';
import type { ShopPaymentView } from './shop-payment.ts';

/** What the view is made of. */
export type Shown = Pick<
  Payment,
  | 'transId'
  | 'payId'
  | 'refNr'
  | 'orderDesc'
  | 'requestedAmount'
  | 'amounts'
  | 'captureBy'
  | 'refundUntil'
  | 'version'
  | 'createdAt'
> & { readonly status: PaymentStatus };

/** Shows a payment to the shop that asked for it. */
export function showShopPayment(payment: Shown): ShopPaymentView {
  const { authorized, captured, refunded, reversed, closed } = payment.amounts;
  return {
    transId: payment.transId,
    payId: payment.payId,
    refNr: payment.refNr,
    description: payment.orderDesc,
    currency: 'CHF',
    amount: payment.requestedAmount,
    state: payment.status,
    authorized,
    captured,
    refunded,
    reversed,
    lapsed: closed,
    captureBy: instant(payment.captureBy),
    refundUntil: instant(payment.refundUntil),
    sequence: payment.version,
    createdAt: new Date(payment.createdAt).toISOString(),
  };
}

/** What a shop must be told anew once it differs: state and sums. */
export function essenceOf({ status, amounts }: Pick<Shown, 'status' | 'amounts'>): string {
  const { authorized, captured, refunded, reversed, closed } = amounts;
  return [status, authorized, captured, refunded, reversed, closed].join(' ');
}

function instant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
