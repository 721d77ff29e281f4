import type { Sql } from '../storage/database.ts';
import { findPayments, lockPayments } from './many-payments-store.ts';
import type { Payment } from './payment.ts';
import { sumRefundsOnMany } from './refund-limit-store.ts';

const PAGE = 1000;

/** Payments of a merchant by id, a page at a time; with `lock`, locked in the order of their ids. */
export async function readFiledPayments(
  sql: Sql,
  merchantId: number,
  ids: readonly string[],
  { lock }: { readonly lock: boolean },
): Promise<ReadonlyMap<string, Payment>> {
  const ordered = [...ids].sort();
  const found = new Map<string, Payment>();
  for (let from = 0; from < ordered.length; from += PAGE) {
    const page = ordered.slice(from, from + PAGE);
    const payments = await (lock ? lockPayments : findPayments)(sql, merchantId, page);
    for (const payment of payments) found.set(payment.id, payment);
  }
  return found;
}

/** What a person has refunded today and on each payment (minor units), under the lock of their membership. */
export async function readRefunded(
  sql: Sql,
  merchantId: number,
  personId: string,
  now: number,
): Promise<{ readonly today: number; readonly onPayment: ReadonlyMap<string, number> }> {
  return sumRefundsOnMany(sql, merchantId, personId, now);
}
