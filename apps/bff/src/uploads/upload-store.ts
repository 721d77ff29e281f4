import type { Sql } from '../storage/database.ts';

/** A file that somebody handed in. */
export type Upload = {
  readonly id: string;
  readonly merchantId: number;
  readonly name: string;
  /** Hex. */
  readonly sha256: string;
  readonly body: Buffer;
};

/** Adds a file and forgets those of the person that are older than `since`, or beyond the newest `keep`. */
export async function insertUpload(
  sql: Sql,
  { id, merchantId, name, sha256, body }: Upload,
  {
    createdBy,
    now,
    since,
    keep,
  }: {
    readonly createdBy: string;
    readonly now: number;
    readonly since: number;
    readonly keep: number;
  },
): Promise<void> {
  await sql.query(
    `INSERT INTO uploads (id, merchant_id, created_by, created_at, name, sha256, body)
     VALUES ($1, $2, $3, $4, $5, decode($6, 'hex'), $7)`,
    [id, merchantId, createdBy, new Date(now), name, sha256, body],
  );
  await sql.query(
    `DELETE FROM uploads WHERE created_at < $2 OR (created_by = $1 AND id NOT IN (
       SELECT id FROM uploads WHERE created_by = $1 ORDER BY created_at DESC, id DESC LIMIT $3))`,
    [createdBy, new Date(since), keep],
  );
}

/** The file, if this person handed it in for one of these merchants. */
export async function selectUpload(
  sql: Sql,
  createdBy: string,
  merchantIds: readonly number[],
  id: string,
): Promise<Upload | null> {
  const { rows } = await sql.query<Upload>(
    `SELECT id, merchant_id AS "merchantId", name, encode(sha256, 'hex') AS sha256, body
     FROM uploads WHERE created_by = $1 AND merchant_id = ANY($2) AND id = $3`,
    [createdBy, merchantIds, id],
  );
  return rows[0] ?? null;
}
