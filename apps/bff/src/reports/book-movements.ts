import type { PaymentEvent } from 'paygate-payments';
import type { Sql } from '../storage/database.ts';
import { eventTypesOf, movementKinds } from './movement-kinds.ts';
import { insertAdditions } from './movement-store.ts';

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
