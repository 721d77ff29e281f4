import type { PassedOn } from '../forwarding/pass-on.ts';
import type { ClaimWish } from '../storage/claim.ts';
import type { Sql } from '../storage/database.ts';

type NewEvent = {
  readonly id: string;
  readonly paymentId: string;
  readonly sequence: number;
  readonly type: string;
  /** What the shop knows once it was told. */
  readonly told: string;
  readonly body: string;
};

/**
 * Books events of payments of one merchant whose shop was told something else last, and has an
 * address to be told at. Answers how many.
 */
export async function insertShopEvents(
  sql: Sql,
  merchantId: number,
  events: readonly NewEvent[],
  now: number,
): Promise<number> {
  const { rowCount } = await sql.query(
    `WITH told AS (
       UPDATE shop_payments s SET told = e.told
       FROM json_to_recordset($2) AS e (id uuid, "paymentId" uuid, sequence integer, type text,
         told text, body text)
       WHERE s.merchant_id = $1 AND s.payment_id = e."paymentId" AND s.told <> e.told
       RETURNING e.id, s.payment_id, s.connection_id, s.webhook, e.sequence, e.type, e.body
     )
     INSERT INTO shop_events (id, merchant_id, payment_id, connection_id, sequence, type, body,
       state, due_at, created_at)
     SELECT t.id, $1, t.payment_id, t.connection_id, t.sequence, t.type, t.body, 'pending', $3, $3
     FROM told t LEFT JOIN shop_webhooks w
       ON w.merchant_id = $1 AND w.connection_id = t.connection_id
     WHERE t.webhook IS NOT NULL OR w.address IS NOT NULL`,
    [merchantId, JSON.stringify(events), new Date(now)],
  );
  return rowCount ?? 0;
}

/** An event that is due, with how often it was tried, this time included. */
export type DueEvent = {
  readonly id: string;
  readonly merchantId: number;
  readonly connectionId: string;
  readonly paymentId: string;
  readonly attempts: number;
  readonly body: string;
  /** The address of this payment alone, or null for the connection's. */
  readonly webhook: string | null;
};

/**
 * Claims events that are due (business time `now`) under a lease of wall time, oldest first and at
 * most `each` of one connection, so that a shop that hangs holds up no other.
 */
export async function claimShopEvents(
  sql: Sql,
  { now, wall, leaseMs, limit, each }: ClaimWish & { readonly each: number },
): Promise<readonly DueEvent[]> {
  const { rows } = await sql.query<DueEvent>(
    `WITH ranked AS (
       SELECT merchant_id, id, due_at,
         row_number() OVER (PARTITION BY connection_id ORDER BY due_at, id) AS place
       FROM shop_events WHERE due_at <= $1 AND (lease_until IS NULL OR lease_until < $2)
     ), due AS (
       SELECT e.merchant_id, e.id FROM shop_events e
       JOIN (SELECT * FROM ranked WHERE place <= $5 ORDER BY due_at LIMIT $4) wanted
         USING (merchant_id, id)
       WHERE e.due_at <= $1 AND (e.lease_until IS NULL OR e.lease_until < $2)
       FOR UPDATE OF e SKIP LOCKED
     )
     UPDATE shop_events e SET lease_until = $3, attempts = e.attempts + 1
     FROM due, shop_payments p
     WHERE e.merchant_id = due.merchant_id AND e.id = due.id
       AND p.merchant_id = e.merchant_id AND p.payment_id = e.payment_id
     RETURNING e.id, e.merchant_id AS "merchantId", e.connection_id AS "connectionId",
       e.payment_id AS "paymentId", e.attempts, e.body, p.webhook`,
    [new Date(now), new Date(wall), new Date(wall + leaseMs), limit, each],
  );
  return rows;
}

/** What became of an attempt: as of any message that is passed on, or that nothing could sign it. */
export type Delivered = {
  readonly status: number | null;
  readonly error: PassedOn['error'] | 'no-address';
};

/**
 * Writes down what became of an attempt and lets go of the lease. `dueAt` (ms UTC): when to try again.
 * False when somebody had it start anew meanwhile; then only the attempt is noted.
 */
export async function settleShopEvent(
  sql: Sql,
  { merchantId, id, attempts }: Pick<DueEvent, 'merchantId' | 'id' | 'attempts'>,
  { state, status, error }: Delivered & { readonly state: 'pending' | 'done' | 'given-up' },
  { now, dueAt }: { readonly now: number; readonly dueAt: number | null },
): Promise<boolean> {
  const { rows } = await sql.query<{ counted: boolean }>(
    `UPDATE shop_events SET last_at = $3, last_status = $4, last_error = $5, lease_until = NULL,
       state = CASE WHEN attempts = $6 THEN $7 ELSE state END,
       due_at = CASE WHEN attempts = $6 THEN $8 ELSE due_at END
     WHERE merchant_id = $1 AND id = $2 RETURNING attempts = $6 AS counted`,
    [
      merchantId,
      id,
      new Date(now),
      status,
      error,
      attempts,
      state,
      dueAt === null ? null : new Date(dueAt),
    ],
  );
  return rows[0]?.counted === true;
}

/** An event as people may see it. Instants ms UTC. */
export type ShownEvent = {
  readonly id: string;
  readonly paymentId: string;
  readonly transId: string;
  readonly type: string;
  readonly sequence: number;
  readonly state: 'pending' | 'done' | 'given-up';
  readonly attempts: number;
  readonly createdAt: Date;
  readonly nextAt: Date | null;
  readonly lastAt: Date | null;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
};

/** The last events of a connection, the newest first. */
export async function selectEvents(
  sql: Sql,
  { merchantId, connectionId }: Pick<DueEvent, 'merchantId' | 'connectionId'>,
  limit: number,
): Promise<readonly ShownEvent[]> {
  const { rows } = await sql.query<ShownEvent>(
    `SELECT e.id, e.payment_id AS "paymentId", p.trans_id AS "transId", e.type, e.sequence, e.state,
       e.attempts, e.created_at AS "createdAt", e.due_at AS "nextAt", e.last_at AS "lastAt",
       e.last_status AS "lastStatus", e.last_error AS "lastError"
     FROM shop_events e JOIN payments p ON p.merchant_id = e.merchant_id AND p.id = e.payment_id
     WHERE e.merchant_id = $1 AND e.connection_id = $2
     ORDER BY e.created_at DESC, e.id DESC LIMIT $3`,
    [merchantId, connectionId, limit],
  );
  return rows;
}

/** Has an event of these merchants start anew at `now` (ms UTC); null when there is none. */
export async function restartEvent(
  sql: Sql,
  merchantIds: readonly number[],
  id: string,
  now: number,
): Promise<{ readonly merchantId: number; readonly paymentId: string } | null> {
  const { rows } = await sql.query<{ merchantId: number; paymentId: string }>(
    `UPDATE shop_events SET state = 'pending', attempts = 0, due_at = $3
     WHERE merchant_id = ANY($1) AND id = $2
     RETURNING merchant_id AS "merchantId", payment_id AS "paymentId"`,
    [merchantIds, id, new Date(now)],
  );
  return rows[0] ?? null;
}
