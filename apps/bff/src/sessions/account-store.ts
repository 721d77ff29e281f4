import { randomUUIDv7 } from 'node:crypto';
import type { Sql } from '../storage/database.ts';

export type Account = {
  readonly id: string;
  readonly email: string;
  readonly passwordHash: string | null;
  /** Sealed. */
  readonly totpSecret: Buffer | null;
  /** Added in demo mode. */
  readonly demo: boolean;
  readonly merchantIds: readonly number[];
};

/** The account of this address (lower case), or null. */
export async function selectAccount(sql: Sql, email: string): Promise<Account | null> {
  const { rows } = await sql.query<Account>(
    `SELECT id, email, password_hash AS "passwordHash", totp_secret AS "totpSecret", demo,
        array(SELECT merchant_id FROM memberships WHERE user_id = users.id ORDER BY merchant_id)
          AS "merchantIds"
       FROM users WHERE email = $1`,
    [email],
  );
  return rows[0] ?? null;
}

/** The merchants a person belongs to. */
export async function selectMerchantIds(sql: Sql, userId: string): Promise<number[]> {
  const { rows } = await sql.query<{ id: number }>(
    'SELECT merchant_id AS id FROM memberships WHERE user_id = $1 ORDER BY merchant_id',
    [userId],
  );
  return rows.map(({ id }) => id);
}

/** Uses up a TOTP time step. False when this step or a later one was used before. */
export async function claimTotpStep(sql: Sql, userId: string, step: number): Promise<boolean> {
  const { rowCount } = await sql.query(
    'UPDATE users SET totp_last_step = $2 WHERE id = $1 AND totp_last_step < $2',
    [userId, step],
  );
  return rowCount === 1;
}

/** When `account` (a digest) failed since `since`, latest first, at most `limit`. */
export async function selectFailures(
  sql: Sql,
  account: string,
  since: Date,
  limit: number,
): Promise<Date[]> {
  const { rows } = await sql.query<{ at: Date }>(
    'SELECT at FROM sign_in_failures WHERE account = $1 AND at > $2 ORDER BY at DESC LIMIT $3',
    [account, since, limit],
  );
  return rows.map(({ at }) => at);
}

/** Remembers one failure and forgets those before `forget`. */
export async function insertFailure(
  sql: Sql,
  account: string,
  at: Date,
  forget: Date,
): Promise<void> {
  await sql.query('INSERT INTO sign_in_failures (id, account, at) VALUES ($1, $2, $3)', [
    randomUUIDv7(),
    account,
    at,
  ]);
  await sql.query('DELETE FROM sign_in_failures WHERE account = $1 AND at <= $2', [
    account,
    forget,
  ]);
}
