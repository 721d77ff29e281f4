import type { Role } from 'paygate-payments';
import type { Sql } from '../storage/database.ts';

export type StoredMembership = {
  readonly merchantId: number;
  readonly merchantName: string;
  readonly role: Role;
  readonly refundLimit: number | null;
  readonly refundDailyLimit: number | null;
};

export type StoredSession = {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly secondFactor: boolean;
  /** Added in demo mode. */
  readonly demo: boolean;
  readonly lastSeenAt: Date;
  readonly memberships: readonly StoredMembership[];
};

/** The session with this token's hash, unless it has ended or was not used since `idleSince`. */
export async function selectSession(
  sql: Sql,
  hash: Buffer,
  now: Date,
  idleSince: Date,
): Promise<StoredSession | null> {
  const { rows } = await sql.query<StoredSession>(
    `SELECT u.id AS "userId", u.email, u.name, u.totp_secret IS NOT NULL AS "secondFactor", u.demo,
        s.last_seen_at AS "lastSeenAt",
        coalesce((SELECT jsonb_agg(jsonb_build_object('merchantId', m.merchant_id,
            'merchantName', h.name, 'role', m.role, 'refundLimit', m.refund_limit,
            'refundDailyLimit', m.refund_daily_limit) ORDER BY m.merchant_id)
          FROM memberships m JOIN merchants h ON h.id = m.merchant_id
          WHERE m.user_id = u.id), '[]') AS memberships
       FROM sessions s JOIN users u ON u.id = s.user_id
      WHERE s.token_hash = $1 AND s.expires_at > $2 AND s.last_seen_at > $3`,
    [hash, now, idleSince],
  );
  return rows[0] ?? null;
}

/** Notes that the session was used, so that it does not end for idleness. */
export async function touchSession(sql: Sql, hash: Buffer, now: Date): Promise<void> {
  await sql.query('UPDATE sessions SET last_seen_at = $2 WHERE token_hash = $1', [hash, now]);
}

/** Starts a session that ends at `expiresAt` at the latest. */
export async function insertSession(
  sql: Sql,
  session: {
    readonly hash: Buffer;
    readonly userId: string;
    readonly now: Date;
    readonly expiresAt: Date;
  },
): Promise<void> {
  await sql.query(
    `INSERT INTO sessions (token_hash, user_id, created_at, last_seen_at, expires_at)
     VALUES ($1, $2, $3, $3, $4)`,
    [session.hash, session.userId, session.now, session.expiresAt],
  );
}

/** Ends a session; answers whose it was, or null. */
export async function deleteSession(sql: Sql, hash: Buffer): Promise<string | null> {
  const { rows } = await sql.query<{ userId: string }>(
    'DELETE FROM sessions WHERE token_hash = $1 RETURNING user_id AS "userId"',
    [hash],
  );
  return rows[0]?.userId ?? null;
}

/** Ends every session of a person. */
export async function deleteSessionsOf(sql: Sql, userId: string): Promise<void> {
  await sql.query('DELETE FROM sessions WHERE user_id = $1', [userId]);
}

/** Removes sessions that have ended. */
export async function deleteEndedSessions(sql: Sql, now: Date): Promise<void> {
  await sql.query('DELETE FROM sessions WHERE expires_at <= $1', [now]);
}
