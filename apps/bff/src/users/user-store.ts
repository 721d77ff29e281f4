import type { Role } from 'paygate-payments';
import type { Sql } from '../storage/database.ts';

export type Invite = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** Sealed. */
  readonly totpSecret: Buffer;
};

/** The person invited with this token's hash, unless the invitation was used or is over. */
export async function selectInvite(
  sql: Sql,
  hash: Buffer,
  { now, demo }: { readonly now: Date; readonly demo: boolean },
): Promise<Invite | null> {
  const { rows } = await sql.query<Invite>(
    `SELECT id, email, name, totp_secret AS "totpSecret" FROM users
      WHERE invite_hash = $1 AND invite_expires_at > $2 AND totp_secret IS NOT NULL
        AND (NOT demo OR $3)`,
    [hash, now, demo],
  );
  return rows[0] ?? null;
}

/** Sets the password and uses up the invitation. False when somebody else just did. */
export async function completeInvite(
  sql: Sql,
  hash: Buffer,
  passwordHash: string,
  totpStep: number,
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE users SET password_hash = $2, totp_last_step = $3, invite_hash = NULL,
        invite_expires_at = NULL
      WHERE invite_hash = $1`,
    [hash, passwordHash, totpStep],
  );
  return rowCount === 1;
}

/** Keeps everybody else from adding people until the transaction ends. */
export async function lockUsers(sql: Sql): Promise<void> {
  await sql.query(`SELECT pg_advisory_xact_lock(hashtext('paygate-desk users'))`);
}

/** Whether anybody exists, invited or arrived, who was not added in demo mode. */
export async function anyoneExists(sql: Sql): Promise<boolean> {
  const { rows } = await sql.query<{ found: boolean }>(
    'SELECT EXISTS (SELECT 1 FROM users WHERE NOT demo) AS found',
  );
  return rows[0]?.found === true;
}

/** Forgets people who never followed their invitation while it lasted. */
export async function deleteLapsedInvites(sql: Sql, now: Date): Promise<void> {
  const lapsed = 'password_hash IS NULL AND totp_last_step = 0 AND invite_expires_at <= $1';
  await sql.query(
    `DELETE FROM memberships WHERE user_id IN (SELECT id FROM users WHERE ${lapsed})`,
    [now],
  );
  await sql.query(`DELETE FROM users WHERE ${lapsed}`, [now]);
}

/** Which of these addresses nobody has. */
export async function selectMissing(sql: Sql, emails: readonly string[]): Promise<string[]> {
  const { rows } = await sql.query<{ email: string }>(
    `SELECT wanted.email FROM unnest($1::text[]) AS wanted (email)
      WHERE NOT EXISTS (SELECT 1 FROM users WHERE users.email = wanted.email)`,
    [emails],
  );
  return rows.map(({ email }) => email);
}

/** Adds a person; one with this address already there is left as they are. */
export async function insertUser(
  sql: Sql,
  user: {
    readonly id: string;
    readonly email: string;
    readonly name: string;
    readonly passwordHash: string | null;
    readonly totpSecret: Buffer | null;
    readonly inviteHash: Buffer | null;
    readonly inviteExpiresAt: Date | null;
    /** Added in demo mode. */
    readonly demo: boolean;
    readonly createdAt: Date;
  },
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `INSERT INTO users (id, email, name, password_hash, totp_secret, invite_hash,
       invite_expires_at, demo, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (email) DO NOTHING`,
    [
      user.id,
      user.email,
      user.name,
      user.passwordHash,
      user.totpSecret,
      user.inviteHash,
      user.inviteExpiresAt,
      user.demo,
      user.createdAt,
    ],
  );
  return rowCount === 1;
}

export type NewMembership = {
  readonly merchantId: number;
  readonly email: string;
  readonly role: Role;
  readonly refundLimit: number | null;
  readonly refundDailyLimit: number | null;
};

/** Gives a person a role at a merchant, unless they have one there. Limits are minor units. */
export async function insertMembership(sql: Sql, given: NewMembership): Promise<void> {
  await sql.query(
    `INSERT INTO memberships (merchant_id, user_id, role, refund_limit, refund_daily_limit)
     SELECT $1, id, $3, $4, $5 FROM users WHERE email = $2
     ON CONFLICT (merchant_id, user_id) DO NOTHING`,
    [given.merchantId, given.email, given.role, given.refundLimit, given.refundDailyLimit],
  );
}

/** Adds a merchant under this number, unless it is there. */
export async function insertMerchant(sql: Sql, id: number, name: string, at: Date): Promise<void> {
  await sql.query(
    'INSERT INTO merchants (id, name, created_at) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING',
    [id, name, at],
  );
}

/** A number no merchant has. */
export async function nextMerchantId(sql: Sql): Promise<number> {
  const { rows } = await sql.query<{ next: number }>(
    'SELECT coalesce(max(id), 0) + 1 AS next FROM merchants',
  );
  return rows[0]?.next ?? 1;
}
