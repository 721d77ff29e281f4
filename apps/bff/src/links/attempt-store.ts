import type { ClaimWish } from '../storage/claim.ts';
import type { Sql } from '../storage/database.ts';

/** One request to the gateway, as it is followed up. Instants ms UTC. */
export type Attempt = {
  readonly merchantId: number;
  readonly linkId: string;
  readonly number: number;
  readonly paymentId: string;
  readonly startedAt: number;
  readonly checks: number;
  readonly captureHours: number | null;
};

export async function insertAttempt(
  sql: Sql,
  { merchantId, linkId, number, paymentId, startedAt }: Omit<Attempt, 'checks' | 'captureHours'>,
  dueAt: number,
): Promise<void> {
  await sql.query(
    `INSERT INTO link_attempts (merchant_id, link_id, number, payment_id, started_at, due_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [merchantId, linkId, number, paymentId, new Date(startedAt), new Date(dueAt)],
  );
}

type Row = {
  readonly merchant_id: number;
  readonly link_id: string;
  readonly number: number;
  readonly payment_id: string;
  readonly started_at: Date;
  readonly checks: number;
  readonly capture_hours: number | null;
};

/** Claims attempts that are due (business time `now`) under a lease of wall time, oldest first. */
export async function claimAttempts(
  sql: Sql,
  { now, wall, leaseMs, limit }: ClaimWish,
): Promise<readonly Attempt[]> {
  const { rows } = await sql.query<Row>(
    `UPDATE link_attempts a SET lease_until = $3
     FROM (SELECT merchant_id, link_id, number FROM link_attempts
           WHERE due_at <= $1 AND (lease_until IS NULL OR lease_until < $2)
           ORDER BY due_at LIMIT $4 FOR UPDATE SKIP LOCKED) due
     WHERE a.merchant_id = due.merchant_id AND a.link_id = due.link_id AND a.number = due.number
     RETURNING a.merchant_id, a.link_id, a.number, a.payment_id, a.started_at, a.checks,
       (SELECT l.capture_hours FROM payment_links l
        WHERE l.merchant_id = a.merchant_id AND l.id = a.link_id)`,
    [new Date(now), new Date(wall), new Date(wall + leaseMs), limit],
  );
  return rows.map((row) => ({
    merchantId: row.merchant_id,
    linkId: row.link_id,
    number: row.number,
    paymentId: row.payment_id,
    startedAt: row.started_at.getTime(),
    checks: row.checks,
    captureHours: row.capture_hours,
  }));
}

/** The gateway was asked at `now`: puts an attempt off until `dueAt` (ms UTC), or for good. */
export async function settleAttempt(
  sql: Sql,
  { merchantId, linkId, number }: Attempt,
  { now, dueAt }: { readonly now: number; readonly dueAt: number | null },
): Promise<void> {
  await sql.query(
    `UPDATE link_attempts SET checks = checks + 1, asked_at = $5, due_at = $4, lease_until = NULL
     WHERE merchant_id = $1 AND link_id = $2 AND number = $3`,
    [merchantId, linkId, number, dueAt === null ? null : new Date(dueAt), new Date(now)],
  );
}

/**
 * Makes the running attempts of a link due now, unless the gateway was asked about them since
 * `notSince`: a customer who waits may hurry us, but not flood the gateway.
 */
export async function hurryAttempts(
  sql: Sql,
  link: { readonly merchantId: number; readonly id: string },
  { now, notSince }: { readonly now: number; readonly notSince: number },
): Promise<void> {
  await sql.query(
    `UPDATE link_attempts a SET due_at = $3 FROM payments p
     WHERE a.merchant_id = $1 AND a.link_id = $2 AND a.due_at > $3
       AND p.merchant_id = a.merchant_id AND p.id = a.payment_id
       AND p.lifecycle IN ('awaiting', 'processing')
       AND coalesce(a.asked_at, a.started_at) < $4`,
    [link.merchantId, link.id, new Date(now), new Date(notSince)],
  );
}

/** The token of the link that a payment was asked for through, or null. */
export async function findTokenByTransId(
  sql: Sql,
  connectionId: string,
  transId: string,
): Promise<string | null> {
  const { rows } = await sql.query<{ token: string }>(
    `SELECT l.token FROM payments p
     JOIN link_attempts a ON a.merchant_id = p.merchant_id AND a.payment_id = p.id
     JOIN payment_links l ON l.merchant_id = a.merchant_id AND l.id = a.link_id
     WHERE p.connection_id = $1 AND p.trans_id = $2`,
    [connectionId, transId],
  );
  return rows[0]?.token ?? null;
}
