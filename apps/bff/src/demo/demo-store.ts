import { type Role, rightsOf } from 'paygate-payments';
import type { Membership, Person } from '../sessions/person.ts';
import type { Sql } from '../storage/database.ts';

type Row = Omit<Membership, 'rights'> & {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
};

/** The demo account with this address, as if signed in. */
export async function findDemoPerson(sql: Sql, email: string): Promise<Person> {
  const { rows } = await sql.query<Row>(
    `SELECT u.id, u.email, u.name, m.role, m.merchant_id AS "merchantId",
       h.name AS "merchantName", m.refund_limit AS "refundLimit",
       m.refund_daily_limit AS "refundDailyLimit"
     FROM users u JOIN memberships m ON m.user_id = u.id JOIN merchants h ON h.id = m.merchant_id
     WHERE u.email = $1`,
    [email],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`there is no demo account ${email}`);
  const { id, name, role } = row;
  const memberships = rows.map((one) => ({
    merchantId: one.merchantId,
    merchantName: one.merchantName,
    role: one.role,
    rights: rightsOf(one.role),
    refundLimit: one.refundLimit,
    refundDailyLimit: one.refundDailyLimit,
  }));
  return { id, email, name: name === '' ? role : name, secondFactor: false, memberships };
}

const MARKER = 'demo-seeded';

/** Whether the demo was told to its end before. */
export async function isDemoSeeded(sql: Sql): Promise<boolean> {
  const { rows } = await sql.query(`SELECT 1 FROM leases WHERE name = $1`, [MARKER]);
  return rows.length > 0;
}

/** Remembers that the demo was told to its end. */
export async function markDemoSeeded(sql: Sql, holder: string): Promise<void> {
  await sql.query(
    `INSERT INTO leases (name, holder, until) VALUES ($1, $2, 'infinity') ON CONFLICT DO NOTHING`,
    [MARKER, holder],
  );
}

/**
 * What the daily sweep would have done while the demo's months passed: every payment counts as asked
 * about at `at` (ms UTC). Else all of them would be due the moment the demo is complete.
 */
export async function markAllSwept(sql: Sql, at: number): Promise<void> {
  await sql.query('UPDATE payments SET swept_at = $1', [new Date(at)]);
}

/** Whether anything was paid on the demo connections yet. */
export async function hasPayments(sql: Sql): Promise<boolean> {
  const { rows } = await sql.query('SELECT 1 FROM payments LIMIT 1');
  return rows.length > 0;
}

/** Whether a list of earlier payments was imported yet. */
export async function hasImports(sql: Sql): Promise<boolean> {
  const { rows } = await sql.query('SELECT 1 FROM history_imports LIMIT 1');
  return rows.length > 0;
}

/** Whether a payment link was made yet. */
export async function hasLinks(sql: Sql): Promise<boolean> {
  const { rows } = await sql.query('SELECT 1 FROM payment_links LIMIT 1');
  return rows.length > 0;
}

/** Whether the batch file with this client key was made yet. */
export async function hasBatchFile(sql: Sql, key: string): Promise<boolean> {
  const { rows } = await sql.query(
    'SELECT 1 FROM batch_files WHERE merchant_id = 1 AND client_key = $1',
    [key],
  );
  return rows.length > 0;
}

/** A demo payment as the next step finds it. Amounts are minor units. */
export type FoundPayment = {
  readonly id: string;
  readonly payId: string | null;
  readonly remaining: number;
  readonly refundable: number;
};

/** The payment with this TransID on the connection with this slug, or null. */
export async function findDemoPayment(
  sql: Sql,
  { slug, transId }: { readonly slug: string; readonly transId: string },
): Promise<FoundPayment | null> {
  const { rows } = await sql.query<FoundPayment>(
    `SELECT p.id, p.pay_id AS "payId",
       p.authorized - p.captured - p.reversed - p.closed AS remaining,
       p.captured - p.refunded - p.credit_in_doubt AS refundable
     FROM payments p JOIN gateway_connections c
       ON c.merchant_id = p.merchant_id AND c.id = p.connection_id
     WHERE c.slug = $1 AND p.trans_id = $2`,
    [slug, transId],
  );
  return rows[0] ?? null;
}
