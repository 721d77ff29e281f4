import type { Sql } from '../storage/database.ts';
import type { KeyRight } from './shop-key.ts';

/** A key as it is stored. Instants ms UTC. */
export type ShopKey = {
  readonly id: string;
  readonly merchantId: number;
  readonly connectionId: string;
  readonly name: string;
  readonly prefix: string;
  readonly hash: Buffer;
  readonly rights: readonly KeyRight[];
  readonly replaces: string | null;
  readonly createdAt: number;
  readonly createdBy: string;
  readonly expiresAt: number | null;
  readonly revokedAt: number | null;
  readonly lastUsedAt: number | null;
};

const COLUMNS = `id, merchant_id AS "merchantId", connection_id AS "connectionId", name, prefix, hash,
  rights, replaces, created_at AS "createdAt", created_by AS "createdBy",
  expires_at AS "expiresAt", revoked_at AS "revokedAt", last_used_at AS "lastUsedAt"`;

type Instants = 'createdAt' | 'expiresAt' | 'revokedAt' | 'lastUsedAt';
type Stored = Omit<ShopKey, Instants> & {
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
};

/** The key that begins like this, whoever it belongs to. */
export async function selectKeyByPrefix(sql: Sql, prefix: string): Promise<ShopKey | null> {
  const { rows } = await sql.query<Stored>(`SELECT ${COLUMNS} FROM shop_keys WHERE prefix = $1`, [
    prefix,
  ]);
  return rows[0] ? toKey(rows[0]) : null;
}

/** A key of these merchants, its row locked until the transaction ends. */
export async function lockKey(
  sql: Sql,
  merchantIds: readonly number[],
  id: string,
): Promise<ShopKey | null> {
  const { rows } = await sql.query<Stored>(
    `SELECT ${COLUMNS} FROM shop_keys WHERE merchant_id = ANY($1) AND id = $2 FOR UPDATE`,
    [merchantIds, id],
  );
  return rows[0] ? toKey(rows[0]) : null;
}

/** The keys of a connection, the newest first, those that were revoked long ago too. */
export async function selectKeys(
  sql: Sql,
  { merchantId, connectionId }: Pick<ShopKey, 'merchantId' | 'connectionId'>,
): Promise<readonly ShopKey[]> {
  const { rows } = await sql.query<Stored>(
    `SELECT ${COLUMNS} FROM shop_keys WHERE merchant_id = $1 AND connection_id = $2
     ORDER BY created_at DESC, id DESC LIMIT 100`,
    [merchantId, connectionId],
  );
  return rows.map(toKey);
}

/** Adds a key; false when the one it replaces was replaced already. */
export async function insertKey(sql: Sql, key: ShopKey): Promise<boolean> {
  const { rowCount } = await sql.query(
    `INSERT INTO shop_keys (id, merchant_id, connection_id, name, prefix, hash, rights, replaces,
       created_at, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (merchant_id, replaces) DO NOTHING`,
    [
      key.id,
      key.merchantId,
      key.connectionId,
      key.name,
      key.prefix,
      key.hash,
      key.rights,
      key.replaces,
      new Date(key.createdAt),
      key.createdBy,
    ],
  );
  return rowCount === 1;
}

/** Lets a key end at `at` (ms UTC). */
export async function markExpiring(sql: Sql, key: ShopKey, at: number): Promise<void> {
  await sql.query(`UPDATE shop_keys SET expires_at = $3 WHERE merchant_id = $1 AND id = $2`, [
    key.merchantId,
    key.id,
    new Date(at),
  ]);
}

/** Ends a key at once; false when it was revoked already. */
export async function markRevoked(sql: Sql, key: ShopKey, at: number): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE shop_keys SET revoked_at = $3
     WHERE merchant_id = $1 AND id = $2 AND revoked_at IS NULL`,
    [key.merchantId, key.id, new Date(at)],
  );
  return rowCount === 1;
}

/** Notes that a key was used, once a minute at most. `at`: ms UTC. */
export async function markUsed(sql: Sql, key: ShopKey, at: number): Promise<void> {
  await sql.query(
    `UPDATE shop_keys SET last_used_at = $3 WHERE merchant_id = $1 AND id = $2
       AND (last_used_at IS NULL OR last_used_at <= $3::timestamptz - interval '1 minute')`,
    [key.merchantId, key.id, new Date(at)],
  );
}

function toKey(row: Stored): ShopKey {
  return {
    ...row,
    createdAt: row.createdAt.getTime(),
    expiresAt: row.expiresAt?.getTime() ?? null,
    revokedAt: row.revokedAt?.getTime() ?? null,
    lastUsedAt: row.lastUsedAt?.getTime() ?? null,
  };
}
