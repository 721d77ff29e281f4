import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import type { Payment } from '../payments/payment.ts';
import { sealShopPayment } from './check-shop-wish.ts';
import type { ShopPaymentAnswer } from './shop-payment.ts';
import type { AskedPayment } from './shop-payment-store.ts';
import { showShopPayment } from './show-shop-payment.ts';

/** A payment with what its shop asked for. */
export type KnownPayment = { readonly payment: Payment; readonly asked: AskedPayment };

/** What the shop is answered: how the payment stands, and while it is awaited the way to pay it. */
export function answerShopPayment(
  deps: Pick<Deps, 'env'>,
  connection: GatewayConnection,
  { payment, asked }: KnownPayment,
): ShopPaymentAnswer {
  const isAwaited = payment.status === 'awaiting';
  const redirectUrl = isAwaited ? sealShopPayment(deps, connection, asked.asked, asked) : null;
  return { ...showShopPayment(payment), redirectUrl };
}
