import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../storage/database.ts';
import { announcePayment } from './announce-payment.ts';
import { type PaymentWish, type SealedPayment, sealPayment } from './seal-payment.ts';

/**
 * Announces a payment of ours and seals the form that takes a customer's browser to the gateway. The
 * row is committed first. The same TransID announces the same payment.
 * @throws WireError with the parameter when a field breaks its format.
 */
export async function startPayment(
  deps: Pick<Deps, 'clock' | 'database' | 'env'>,
  connection: GatewayConnection,
  wish: PaymentWish,
): Promise<SealedPayment & { readonly paymentId: string }> {
  const sealed = sealPayment(deps, connection, wish);
  const { paymentId } = await inTransaction(deps.database.money, (sql) =>
    announcePayment(sql, connection, wish, deps.clock.now()),
  );
  return { ...sealed, paymentId };
}
