import type { Sql } from '../storage/database.ts';
import {
  bodyOf,
  type EventRow,
  type NewEvent,
  type StoredEvent,
  toStoredEvent,
} from './event-store.ts';

/** Every fact of these payments in the order it was learned, by payment; without its actor's name. */
export async function listEventsOfMany(
  sql: Sql,
  merchantId: number,
  paymentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredEvent[]>> {
  const { rows } = await sql.query<EventRow & { readonly payment_id: string }>(
    `SELECT payment_id, seq, fact, type, at, body, operation_id, NULL AS by
     FROM payment_events WHERE merchant_id = $1 AND payment_id = ANY($2::uuid[])
     ORDER BY payment_id, seq`,
    [merchantId, paymentIds],
  );
  const byPayment = Map.groupBy(rows, ({ payment_id }) => payment_id);
  return new Map([...byPayment].map(([id, events]) => [id, events.map(toStoredEvent)]));
}

/** A fact and the place it takes among those of its payment. */
export type PlacedEvent = {
  readonly paymentId: string;
  readonly seq: number;
  readonly added: NewEvent;
};

/** Appends facts to locked payments of a merchant, each at its place. */
export async function insertEvents(
  sql: Sql,
  merchantId: number,
  placed: readonly PlacedEvent[],
): Promise<void> {
  const rows = placed.map(({ paymentId, seq, added }) => ({
    paymentId,
    seq,
    fact: added.event.fact,
    type: added.event.type,
    at: added.event.at,
    body: bodyOf(added),
    operationId: added.source?.operationId ?? null,
    actorId: added.source?.actorId ?? null,
  }));
  await sql.query(
    `INSERT INTO payment_events
       (merchant_id, payment_id, seq, fact, type, at, body, operation_id, actor_id)
     SELECT $1, "paymentId", seq, fact, type, to_timestamp(at / 1000.0), body, "operationId",
       "actorId"
     FROM json_to_recordset($2) AS e ("paymentId" uuid, seq integer, fact text, type text,
       at bigint, body jsonb, "operationId" uuid, "actorId" uuid)`,
    [merchantId, JSON.stringify(rows)],
  );
}
