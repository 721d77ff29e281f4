import type { PaymentEvent } from 'paygate-payments';
import type { Sql } from '../storage/database.ts';
import { eventTypesOf, movementKinds } from './movement-kinds.ts';
import { insertAdditions, insertAdditionsOfMany } from './movement-store.ts';

const counted = new Set(eventTypesOf(movementKinds));

/**
 * Counts new facts of a locked payment in the reports, in the caller's transaction and after the
 * payment's row was written. Facts that were known before must not be among them.
 */
export async function bookMovements(
  sql: Sql,
  payment: { readonly merchantId: number; readonly id: string },
  events: readonly PaymentEvent[],
): Promise<void> {
  const facts = events.filter(({ type }) => counted.has(type)).map(({ fact }) => fact);
  if (facts.length > 0) await insertAdditions(sql, payment, facts);
}

/** The same for many locked payments of one merchant at once. */
export async function bookMovementsOfMany(
  sql: Sql,
  merchantId: number,
  changes: readonly { readonly paymentId: string; readonly event: PaymentEvent }[],
): Promise<void> {
  const moved = changes.filter(({ event }) => counted.has(event.type));
  if (moved.length === 0) return;
  await insertAdditionsOfMany(
    sql,
    merchantId,
    moved.map(({ paymentId }) => paymentId),
    moved.map(({ event }) => event.fact),
  );
}
