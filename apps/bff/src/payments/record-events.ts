import { bookMovements } from '../reports/book-movements.ts';
import { queueShopEvents } from '../shop-api/queue-shop-events.ts';
import type { Sql } from '../storage/database.ts';
import { auditEvents } from './audit-events.ts';
import { appendEvents, listEvents, type NewEvent } from './event-store.ts';
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
  const fold = foldPayment(connection, payment, stored, await openOperationsOf(sql, payment));
  const saved = await saveFold(sql, payment, fold, now);
  const newEvents = appended.map(({ event }) => event);
  await bookMovements(sql, payment, newEvents);
  await queueShopEvents(sql, [{ before: payment, after: saved }], now);
  await auditEvents(sql, payment, appended, now);
  return saved;
}
