import type { Sql } from '../storage/database.ts';
import type { StoredEvent } from './event-store.ts';
import { listEventsOfMany } from './many-events-store.ts';
import { findPayments, lockPayments } from './many-payments-store.ts';
import type { Payment } from './payment.ts';
import { type RefundedByMany, sumRefundsOfMany } from './refund-limit-store.ts';

/** How many payments a large transaction deals with in one statement; no more are held at a time. */
export const FILE_PAGE = 200;

/** A payment and its facts in the order they were learned. */
export type FiledPayment = { readonly payment: Payment; readonly events: readonly StoredEvent[] };

/** Payments of a merchant a page at a time, in the order of their ids; missing ones are left out. */
export async function* readFiledPayments(
  sql: Sql,
  merchantId: number,
  paymentIds: readonly string[],
): AsyncGenerator<readonly FiledPayment[]> {
  for (const page of pagesOf(inOrder(paymentIds))) {
    const payments = await findPayments(sql, merchantId, page);
    const events = await listEventsOfMany(sql, merchantId, page);
    yield payments.map((payment) => ({ payment, events: events.get(payment.id) ?? [] }));
  }
}

/**
 * Locks payments of a merchant, in the one order that all large transactions lock in. Who also locks
 * a membership does so afterwards, as a single refund does.
 */
export async function lockFiledPayments(
  sql: Sql,
  merchantId: number,
  paymentIds: readonly string[],
): Promise<void> {
  for (const page of pagesOf(inOrder(paymentIds))) await lockPayments(sql, merchantId, page);
}

/** What a person has refunded today and on each payment (minor units), their membership locked. */
export async function readRefunded(
  sql: Sql,
  merchantId: number,
  personId: string,
  now: number,
): Promise<RefundedByMany> {
  return sumRefundsOfMany(sql, merchantId, personId, now);
}

/** Cuts a list into pages of `FILE_PAGE`. */
export function* pagesOf<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < items.length; from += FILE_PAGE) {
    yield items.slice(from, from + FILE_PAGE);
  }
}

/** Ids as PostgreSQL orders them: hex digits in lower case compare like their bytes. */
function inOrder(ids: readonly string[]): readonly string[] {
  return ids.toSorted((one, other) => (one < other ? -1 : 1));
}
