import type { ClaimWish } from '../storage/claim.ts';
import type { Sql } from '../storage/database.ts';
import type { ShopPaymentRequest, shopCaptureModes } from './shop-payment.ts';

/** A payment that a shop asked for, beside the payment itself. Instants ms UTC. */
export type AskedPayment = {
  readonly merchantId: number;
  readonly paymentId: string;
  readonly connectionId: string;
  readonly keyId: string;
  readonly asked: ShopPaymentRequest;
  readonly capture: (typeof shopCaptureModes)[number];
  readonly captureHours: number | null;
  readonly origin: string;
  readonly told: string;
  readonly startedAt: number;
};

type Stored = Omit<AskedPayment, 'startedAt'> & { readonly startedAt: Date };

const COLUMNS = `merchant_id AS "merchantId", payment_id AS "paymentId",
  connection_id AS "connectionId", key_id AS "keyId", asked, capture,
  capture_hours AS "captureHours", origin, told, started_at AS "startedAt"`;

/** Books what a shop asked for; `dueAt` (ms UTC): when the gateway is asked about it first. */
export async function insertAsked(sql: Sql, asked: AskedPayment, dueAt: number): Promise<void> {
  await sql.query(
    `INSERT INTO shop_payments (merchant_id, payment_id, connection_id, key_id, asked, capture,
       capture_hours, origin, webhook, told, started_at, due_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      asked.merchantId,
      asked.paymentId,
      asked.connectionId,
      asked.keyId,
      JSON.stringify(asked.asked),
      asked.capture,
      asked.captureHours,
      asked.origin,
      asked.asked.webhookUrl ?? null,
      asked.told,
      new Date(asked.startedAt),
      new Date(dueAt),
    ],
  );
}

/** What the shop asked for with this payment; null for one that no shop asked for here. */
export async function selectAsked(
  sql: Sql,
  { merchantId, id }: { readonly merchantId: number; readonly id: string },
): Promise<AskedPayment | null> {
  const { rows } = await sql.query<Stored>(
    `SELECT ${COLUMNS} FROM shop_payments WHERE merchant_id = $1 AND payment_id = $2`,
    [merchantId, id],
  );
  return rows[0] ? toAsked(rows[0]) : null;
}

/** Claims payments that the gateway is due to be asked about, under a lease of wall time. */
export async function claimAsked(
  sql: Sql,
  { now, wall, leaseMs, limit }: ClaimWish,
): Promise<readonly AskedPayment[]> {
  const { rows } = await sql.query<Stored>(
    `UPDATE shop_payments SET lease_until = $3
     WHERE (merchant_id, payment_id) IN (
       SELECT merchant_id, payment_id FROM shop_payments
       WHERE due_at <= $1 AND (lease_until IS NULL OR lease_until < $2)
       ORDER BY due_at LIMIT $4 FOR UPDATE SKIP LOCKED)
     RETURNING ${COLUMNS}`,
    [new Date(now), new Date(wall), new Date(wall + leaseMs), limit],
  );
  return rows.map(toAsked);
}

/** The gateway was asked at `now`: puts the next time off until `dueAt` (ms UTC), or for good. */
export async function settleAsked(
  sql: Sql,
  { merchantId, paymentId }: AskedPayment,
  { now, dueAt }: { readonly now: number; readonly dueAt: number | null },
): Promise<void> {
  await sql.query(
    `UPDATE shop_payments SET asked_at = $3, due_at = $4, lease_until = NULL
     WHERE merchant_id = $1 AND payment_id = $2`,
    [merchantId, paymentId, new Date(now), dueAt === null ? null : new Date(dueAt)],
  );
}

/**
 * Makes a payment due now, unless the gateway was asked about it since `notSince`: a shop that asks
 * may hurry us, but not flood the gateway.
 */
export async function hurryAsked(
  sql: Sql,
  { merchantId, paymentId }: AskedPayment,
  { now, notSince }: { readonly now: number; readonly notSince: number },
): Promise<void> {
  await sql.query(
    `UPDATE shop_payments SET due_at = $3
     WHERE merchant_id = $1 AND payment_id = $2 AND (due_at IS NULL OR due_at > $3)
       AND coalesce(asked_at, started_at) < $4`,
    [merchantId, paymentId, new Date(now), new Date(notSince)],
  );
}

function toAsked(row: Stored): AskedPayment {
  return { ...row, startedAt: row.startedAt.getTime() };
}
