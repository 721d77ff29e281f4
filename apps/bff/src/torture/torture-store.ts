import { randomUUIDv7 } from 'node:crypto';
import type { OperationState, Role } from 'paygate-payments';
import type { Sql } from '../storage/database.ts';

/**
 * Lets commits of later connections to this database return before they are on the disk: nothing here
 * ends the database itself.
 */
export async function spareDisk(sql: Sql): Promise<void> {
  await sql.query(
    `DO $$ BEGIN EXECUTE format('ALTER ROLE CURRENT_USER IN DATABASE %I SET synchronous_commit = off',
       current_database()); END $$`,
  );
}

/** A merchant of the torture. */
export async function insertMerchant(sql: Sql, id: number): Promise<void> {
  await sql.query('INSERT INTO merchants (id, name, created_at) VALUES ($1, $2, now())', [
    id,
    `Merchant ${id}`,
  ]);
}

/** A person with one role at a merchant; limits are minor units. Answers the id. */
export async function insertPerson(
  sql: Sql,
  merchantId: number,
  role: Role,
  limits: { readonly perPayment: number | null; readonly perDay: number | null },
): Promise<string> {
  const id = randomUUIDv7();
  await sql.query('INSERT INTO users (id, email, name, created_at) VALUES ($1, $2, $3, now())', [
    id,
    `${id}@desk.example`,
    role,
  ]);
  await sql.query(
    `INSERT INTO memberships (merchant_id, user_id, role, refund_limit, refund_daily_limit)
     VALUES ($1, $2, $3, $4, $5)`,
    [merchantId, id, role, limits.perPayment, limits.perDay],
  );
  return id;
}

/** A deferred connection that may do everything; `name` is its slug and the account at the gateway. */
export async function insertConnection(
  sql: Sql,
  connection: {
    readonly id: string;
    readonly merchantId: number;
    readonly name: string;
    readonly baseUrl: string;
    readonly cipherKey: Buffer;
    readonly macKey: Buffer;
    readonly inquiryShowsReversals: 'yes' | 'unconfirmed';
  },
): Promise<void> {
  const { id, merchantId, name, baseUrl, cipherKey, macKey, inquiryShowsReversals } = connection;
  await sql.query(
    `INSERT INTO gateway_connections (id, merchant_id, slug, label, brand, base_url,
       gateway_merchant_id, mode, cipher_key, mac_key, several_captures, partial_reversal,
       inquiry_shows_reversals, keys_set_at, created_at, updated_at)
     VALUES ($1, $2, $3, $3, 'custom', $4, $3, 'deferred', $5, $6, 'yes', 'yes', $7, now(), now(),
       now())`,
    [id, merchantId, name, baseUrl, cipherKey, macKey, inquiryShowsReversals],
  );
}

/** Our id of a payment, or null while the house does not know it. */
export async function findPaymentId(sql: Sql, payId: string): Promise<string | null> {
  const { rows } = await sql.query<{ id: string }>('SELECT id FROM payments WHERE pay_id = $1', [
    payId,
  ]);
  return rows[0]?.id ?? null;
}

/**
 * How many statements on this database wait for a lock that somebody holds right now. One whose lock
 * was let go has it already, though on a busy machine it may still look as if it waited.
 */
export async function countBlocked(sql: Sql): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    `SELECT count(*) FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock'
       AND cardinality(pg_blocking_pids(pid)) > 0`,
  );
  return rows[0]?.count ?? 0;
}

/** The next instant (ms UTC) at which an operation or a callback is due, or null. */
export async function nextDue(sql: Sql): Promise<number | null> {
  const { rows } = await sql.query<{ due: Date | null }>(
    `SELECT least((SELECT min(greatest(due_at, lease_until)) FROM operations WHERE due_at IS NOT NULL),
                  (SELECT min(greatest(due_at, lease_until)) FROM callback_inbox
                   WHERE due_at IS NOT NULL)) AS due`,
  );
  return rows[0]?.due?.getTime() ?? null;
}

/** What the screen shows of a payment: what is left to capture and to refund, minor units. */
export type Shown = {
  readonly remaining: number;
  readonly refundable: number;
  readonly captured: number;
  readonly isOpen: boolean;
};

/** What the screen shows of every payment, by id. */
export async function showPayments(sql: Sql): Promise<ReadonlyMap<string, Shown>> {
  const { rows } = await sql.query<Shown & { readonly id: string }>(
    `SELECT id, authorized - captured - reversed - closed AS remaining, captured,
       captured - refunded AS refundable, open_state IS NOT NULL AS "isOpen" FROM payments`,
  );
  return new Map(rows.map(({ id, ...shown }) => [id, shown]));
}

/** Payments that have more than one open operation: there must never be any. */
export async function doublyOpen(sql: Sql): Promise<readonly string[]> {
  const { rows } = await sql.query<{ payment_id: string }>(
    `SELECT payment_id FROM operations WHERE state IN ('requested', 'sending', 'unknown', 'review')
     GROUP BY merchant_id, payment_id HAVING count(*) > 1`,
  );
  return rows.map(({ payment_id }) => payment_id);
}

/** What a money request that arrives at the gateway must find committed. */
export async function findClaim(
  sql: Sql,
  reqId: string,
): Promise<{
  readonly state: OperationState;
  readonly sentAt: number | null;
  readonly createdAt: number;
  readonly amount: number;
} | null> {
  const { rows } = await sql.query<{
    state: OperationState;
    sent_at: Date | null;
    created_at: Date;
    amount: number;
  }>('SELECT state, sent_at, created_at, amount FROM operations WHERE req_id = $1', [reqId]);
  const [row] = rows;
  if (row === undefined) return null;
  return {
    state: row.state,
    sentAt: row.sent_at?.getTime() ?? null,
    createdAt: row.created_at.getTime(),
    amount: row.amount,
  };
}

/** Operations in doubt about whose payment a callback waits that tells of a success, as `sending`. */
export async function believeCallbacks(sql: Sql): Promise<
  readonly {
    readonly merchantId: number;
    readonly paymentId: string;
    readonly id: string;
    readonly connectionId: string;
  }[]
> {
  const { rows } = await sql.query(
    `UPDATE operations o SET state = 'sending'
     FROM payments p JOIN callback_inbox c ON c.pay_id = p.pay_id
     WHERE p.merchant_id = o.merchant_id AND p.id = o.payment_id AND o.state IN ('sending', 'unknown')
       AND c.state = 'pending' AND c.code = '00000000' AND o.sent_at IS NOT NULL
     RETURNING o.merchant_id AS "merchantId", o.payment_id AS "paymentId", o.id,
       p.connection_id AS "connectionId"`,
  );
  return rows;
}
