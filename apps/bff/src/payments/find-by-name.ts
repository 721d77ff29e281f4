import type { Sql } from '../storage/database.ts';
import type { Payment } from './payment.ts';
import { findPaymentByPayId, findPaymentByTransId } from './payment-store.ts';

export type PaymentName = { readonly transId: string } | { readonly payId: string };

/** The payment of a connection by the name its shop gave it, or by the gateway's; null for none. */
export async function findByName(
  sql: Sql,
  connectionId: string,
  name: PaymentName,
): Promise<Payment | null> {
  return 'transId' in name
    ? findPaymentByTransId(sql, connectionId, name.transId)
    : findPaymentByPayId(sql, connectionId, name.payId);
}
