import { bookMovements } from '../reports/book-movements.ts';
import { queueShopEvents } from '../shop-api/queue-shop-events.ts';
import type { Sql } from '../storage/database.ts';
import { auditEvents } from './audit-events.ts';
import { appendEvents, listEvents, type NewEvent, type StoredEvent } from './event-store.ts';
import { foldPayment, type Windows } from './fold-payment.ts';
import { saveFold } from './fold-store.ts';
import { openOperationsOf } from './operation-store.ts';
import type { Payment } from './payment.ts';

/**
 * Appends facts to a payment whose row the caller's transaction has locked, and writes what all
 * its facts and open operations add up to. The one way in which a payment changes.
 *
 * The first fact `authorized` sets the deadlines, counted from its `at`; they are never moved.
 */
export async function recordEvents(
  sql: Sql,
  connection: Windows,
  payment: Payment,
  events: readonly NewEvent[],
  now: number,
): Promise<Payment> {
  const appended = await appendEvents(sql, payment, events);
  const stored = await listEvents(sql, payment);
  const saved = await refoldPayment(sql, connection, { payment, stored }, now);
  const newEvents = appended.map(({ event }) => event);
  await bookMovements(sql, payment, newEvents);
  await auditEvents(sql, payment, appended, now);
  return saved;
}

/**
 * Writes what the facts and open operations of a locked payment add up to, after an operation of it
 * changed and nothing else was learned. `stored` are all its facts, read under the same lock.
 */
export async function refoldPayment(
  sql: Sql,
  connection: Windows,
  { payment, stored }: { readonly payment: Payment; readonly stored: readonly StoredEvent[] },
  now: number,
): Promise<Payment> {
  const fold = foldPayment(connection, payment, stored, await openOperationsOf(sql, payment));
  const saved = await saveFold(sql, payment, fold, now);
  await queueShopEvents(sql, [{ before: payment, after: saved }], now);
  return saved;
}
