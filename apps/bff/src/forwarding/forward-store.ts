import type { ClaimWish } from '../storage/claim.ts';
import type { Sql } from '../storage/database.ts';
import { tellLive } from '../storage/tell-live.ts';
import type { Passed, PassedOn } from './pass-on.ts';

export type ForwardKey = { readonly merchantId: number; readonly callbackId: string };

/** A message that is due to be passed on, with how often that was tried, this time included. */
export type DueForward = ForwardKey &
  Passed & { readonly connectionId: string; readonly attempts: number };

/** Books a message to be passed on at once; one that is booked already starts anew. */
export async function insertForward(
  sql: Sql,
  key: ForwardKey & { readonly connectionId: string },
  now: number,
): Promise<void> {
  await sql.query(
    `INSERT INTO callback_forwards (merchant_id, callback_id, connection_id, state, due_at, created_at)
     VALUES ($1, $2, $3, 'pending', $4, $4)
     ON CONFLICT (merchant_id, callback_id)
       DO UPDATE SET state = 'pending', attempts = 0, due_at = $4`,
    [key.merchantId, key.callbackId, key.connectionId, new Date(now)],
  );
}

type Row = {
  readonly merchant_id: number;
  readonly callback_id: string;
  readonly connection_id: string;
  readonly attempts: number;
  readonly method: 'GET' | 'POST';
  readonly content_type: string | null;
  readonly raw: Buffer;
};

/**
 * Claims messages that are due (business time `now`) under a lease of wall time, oldest first and at
 * most `each` of one connection, so that a shop that hangs holds up no other.
 */
export async function claimForwards(
  sql: Sql,
  { now, wall, leaseMs, limit, each }: ClaimWish & { readonly each: number },
): Promise<readonly DueForward[]> {
  const { rows } = await sql.query<Row>(
    `WITH ranked AS (
       SELECT merchant_id, callback_id, due_at,
         row_number() OVER (PARTITION BY connection_id ORDER BY due_at, callback_id) AS place
       FROM callback_forwards WHERE due_at <= $1 AND (lease_until IS NULL OR lease_until < $2)
     ), due AS (
       SELECT f.merchant_id, f.callback_id FROM callback_forwards f
       JOIN (SELECT * FROM ranked WHERE place <= $5 ORDER BY due_at LIMIT $4) wanted
         USING (merchant_id, callback_id)
       WHERE f.due_at <= $1 AND (f.lease_until IS NULL OR f.lease_until < $2)
       FOR UPDATE OF f SKIP LOCKED
     )
     UPDATE callback_forwards f SET lease_until = $3, attempts = f.attempts + 1
     FROM due, callback_inbox c
     WHERE f.merchant_id = due.merchant_id AND f.callback_id = due.callback_id
       AND c.id = f.callback_id
     RETURNING f.merchant_id, f.callback_id, f.connection_id, f.attempts,
       c.method, c.content_type, c.raw`,
    [new Date(now), new Date(wall), new Date(wall + leaseMs), limit, each],
  );
  return rows.map((row) => ({
    merchantId: row.merchant_id,
    callbackId: row.callback_id,
    connectionId: row.connection_id,
    attempts: row.attempts,
    method: row.method,
    contentType: row.content_type,
    raw: row.raw,
  }));
}

/**
 * Writes down what became of an attempt and lets go of the lease. `dueAt` (ms UTC): when to try again.
 * False when somebody had it start anew meanwhile; then only the attempt is noted.
 */
export async function settleForward(
  sql: Sql,
  { merchantId, callbackId, attempts }: ForwardKey & Pick<DueForward, 'attempts'>,
  { state, status, error }: PassedOn & { readonly state: 'pending' | 'done' | 'given-up' },
  { now, dueAt }: { readonly now: number; readonly dueAt: number | null },
): Promise<boolean> {
  const { rows } = await sql.query<{ counted: boolean }>(
    `UPDATE callback_forwards SET last_at = $3, last_status = $4, last_error = $5, lease_until = NULL,
       state = CASE WHEN attempts = $6 THEN $7 ELSE state END,
       due_at = CASE WHEN attempts = $6 THEN $8 ELSE due_at END
     WHERE merchant_id = $1 AND callback_id = $2 RETURNING attempts = $6 AS counted`,
    [
      merchantId,
      callbackId,
      new Date(now),
      status,
      error,
      attempts,
      state,
      dueAt === null ? null : new Date(dueAt),
    ],
  );
  await tellLive(sql, { type: 'inbox', merchantId });
  return rows[0]?.counted === true;
}
