import type { Sql } from '../storage/database.ts';

const AMOUNT = 50_00;

/** What the ids of all these payments begin with. */
const FIRST = '00000000-0000-7000-8000-';

/** The id of the payment with this number; its PayID is the number in 32 hexadecimal digits. */
export function paymentIdOf(number: number): string {
  return FIRST + number.toString(16).padStart(12, '0');
}

/** Adds authorized payments of CHF 50.00, numbered from 1. `at` in ms UTC. */
export async function addPayments(
  sql: Sql,
  connectionId: string,
  count: number,
  at: number,
): Promise<void> {
  const when = new Date(at);
  await sql.query(
    `INSERT INTO payments (id, merchant_id, connection_id, pay_id, trans_id, source, lifecycle,
       status, requested_amount, authorized, authorized_at, capture_by, refund_until, created_at,
       updated_at)
     SELECT ('${FIRST}' || lpad(to_hex(n), 12, '0'))::uuid, 1, $1, lpad(to_hex(n), 32, '0'), 'U-' || n, 'shop',
       'authorized', 'authorized', $3, $3, $4, $4::timestamptz + interval '7 days',
       $4::timestamptz + interval '180 days', $4, $4
     FROM generate_series(1, $2::bigint) n`,
    [connectionId, count, AMOUNT, when],
  );
  await sql.query(
    `INSERT INTO payment_events (merchant_id, payment_id, seq, fact, type, at, body)
     SELECT 1, ('${FIRST}' || lpad(to_hex(n), 12, '0'))::uuid, 1, 'authorized', 'authorized', $2,
       jsonb_build_object('amount', $3::bigint)
     FROM generate_series(1, $1::bigint) n`,
    [count, when, AMOUNT],
  );
}

/**
 * The same, each with a capture of all of it that was sent at `sentAt` and whose outcome is unknown;
 * all are due at once.
 */
export async function addUnknown(
  sql: Sql,
  connectionId: string,
  count: number,
  sentAt: number,
): Promise<void> {
  await addPayments(sql, connectionId, count, sentAt);
  await sql.query(`UPDATE payments SET status = 'unknown', open_state = 'unknown'`);
  await sql.query(
    `INSERT INTO operations (id, merchant_id, payment_id, kind, amount, currency, client_key,
       request_hash, req_id, state, base_auth, base_cap, base_cred, base_status, created_at,
       created_by, sent_at, due_at)
     SELECT gen_random_uuid(), 1, ('${FIRST}' || lpad(to_hex(n), 12, '0'))::uuid, 'capture', $2, 'CHF',
       gen_random_uuid(), '\\x00', replace(gen_random_uuid()::text, '-', ''), 'unknown', $2, 0, 0,
       'OK', $3, gen_random_uuid(), $3, $3
     FROM generate_series(1, $1::bigint) n`,
    [count, AMOUNT, new Date(sentAt)],
  );
}
