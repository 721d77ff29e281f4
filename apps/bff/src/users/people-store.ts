import type { Role } from 'paygate-payments';
import type { Sql } from '../storage/database.ts';

export type StoredPerson = {
  readonly userId: string;
  readonly merchantId: number;
  readonly merchantName: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Minor units; null means no limit is set. */
  readonly refundLimit: number | null;
  readonly refundDailyLimit: number | null;
  /** Whether the person has a password, and so can sign in. */
  readonly hasPassword: boolean;
  readonly secondFactor: boolean;
  readonly inviteExpiresAt: Date | null;
  readonly demo: boolean;
};

/** Everybody at these merchants, by merchant and name; a person at two of them is there twice. */
export async function selectPeople(
  sql: Sql,
  merchantIds: readonly number[],
): Promise<StoredPerson[]> {
  const { rows } = await sql.query<StoredPerson>(
    `SELECT u.id AS "userId", m.merchant_id AS "merchantId", h.name AS "merchantName", u.email,
        u.name, m.role, m.refund_limit AS "refundLimit",
        m.refund_daily_limit AS "refundDailyLimit", u.password_hash IS NOT NULL AS "hasPassword",
        u.totp_secret IS NOT NULL AS "secondFactor", u.invite_expires_at AS "inviteExpiresAt",
        u.demo
       FROM memberships m JOIN users u ON u.id = m.user_id JOIN merchants h ON h.id = m.merchant_id
      WHERE m.merchant_id = ANY($1)
      ORDER BY h.name, m.merchant_id, u.name, u.email`,
    [merchantIds],
  );
  return rows;
}

export type KnownUser = {
  readonly id: string;
  readonly email: string;
  readonly demo: boolean;
  readonly merchantIds: readonly number[];
};

/** The person with this id or address (lower case), wherever they belong; null when there is none. */
export async function selectUser(
  sql: Sql,
  key: { readonly id: string } | { readonly email: string },
): Promise<KnownUser | null> {
  const [column, value] = 'id' in key ? ['id', key.id] : ['email', key.email];
  const { rows } = await sql.query<KnownUser>(
    `SELECT id, email, demo, array(SELECT merchant_id FROM memberships WHERE user_id = users.id
          ORDER BY merchant_id) AS "merchantIds"
       FROM users WHERE ${column} = $1`,
    [value],
  );
  return rows[0] ?? null;
}

/** The merchants where a person who can sign in has one of these roles. */
export async function selectMerchantsWithRole(
  sql: Sql,
  userId: string,
  roles: readonly Role[],
): Promise<number[]> {
  const { rows } = await sql.query<{ id: number }>(
    `SELECT m.merchant_id AS id FROM memberships m JOIN users u ON u.id = m.user_id
      WHERE u.id = $1 AND u.password_hash IS NOT NULL AND m.role = ANY($2)`,
    [userId, roles],
  );
  return rows.map(({ id }) => id);
}

/** Gives a person another role or other limits (minor units) at a merchant. */
export async function updateMembership(
  sql: Sql,
  given: {
    readonly merchantId: number;
    readonly userId: string;
    readonly role: Role;
    readonly refundLimit: number | null;
    readonly refundDailyLimit: number | null;
  },
): Promise<void> {
  await sql.query(
    `UPDATE memberships SET role = $3, refund_limit = $4, refund_daily_limit = $5
      WHERE merchant_id = $1 AND user_id = $2`,
    [given.merchantId, given.userId, given.role, given.refundLimit, given.refundDailyLimit],
  );
}

/** Takes a person from a merchant; their name stays where they acted. */
export async function deleteMembership(
  sql: Sql,
  merchantId: number,
  userId: string,
): Promise<void> {
  await sql.query('DELETE FROM memberships WHERE merchant_id = $1 AND user_id = $2', [
    merchantId,
    userId,
  ]);
}

/** Puts an invitation in the place of password and second factor; without one nobody gets in. */
export async function replaceSignIn(
  sql: Sql,
  userId: string,
  invite: {
    readonly totpSecret: Buffer;
    readonly inviteHash: Buffer;
    readonly inviteExpiresAt: Date;
  } | null,
): Promise<void> {
  await sql.query(
    `UPDATE users SET password_hash = NULL, totp_secret = $2, invite_hash = $3,
        invite_expires_at = $4
      WHERE id = $1`,
    [
      userId,
      invite?.totpSecret ?? null,
      invite?.inviteHash ?? null,
      invite?.inviteExpiresAt ?? null,
    ],
  );
}

/** Notes whether a person was added in demo mode, outside of which they would not exist. */
export async function updateDemo(sql: Sql, userId: string, demo: boolean): Promise<void> {
  await sql.query('UPDATE users SET demo = $2 WHERE id = $1', [userId, demo]);
}
