import type { Sql } from '../storage/database.ts';
import { type AuditLine, firstPrevHash } from './audit-hash.ts';

/** A line as it is stored. Hashes are hex digits in lower case. */
export type StoredLine = AuditLine & { readonly hash: string };

/** The last line of a merchant's chain. */
export type ChainHead = {
  readonly merchantId: number;
  readonly seq: number;
  readonly hash: string;
};

const PAGE = 1000;

/** The end of a merchant's chain, locked until the transaction ends; made on the first call. */
export async function lockHead(sql: Sql, merchantId: number): Promise<ChainHead> {
  const { rows } = await sql.query<ChainHead>(
    `INSERT INTO audit_heads (merchant_id, seq, hash) VALUES ($1, 0, decode($2, 'hex'))
     ON CONFLICT (merchant_id) DO UPDATE SET seq = audit_heads.seq
     RETURNING merchant_id AS "merchantId", seq, encode(hash, 'hex') AS hash`,
    [merchantId, firstPrevHash],
  );
  const [head] = rows;
  if (head === undefined) throw new Error(`merchant ${merchantId} has no audit head`);
  return head;
}

/** Appends the next line behind a locked head. */
export async function appendLine(sql: Sql, line: StoredLine): Promise<void> {
  await sql.query(
    `WITH line AS (
       INSERT INTO audit_log
         (merchant_id, seq, at, actor_id, action, subject, details, prev_hash, hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, decode($8, 'hex'), decode($9, 'hex'))
       RETURNING merchant_id, seq, hash
     )
     UPDATE audit_heads SET seq = line.seq, hash = line.hash FROM line
     WHERE audit_heads.merchant_id = line.merchant_id`,
    [
      line.merchantId,
      line.seq,
      new Date(line.at),
      line.actorId,
      line.action,
      line.subject,
      line.details,
      line.prevHash,
      line.hash,
    ],
  );
}

/** Appends the next lines of one merchant behind its locked head, at most a page of them. */
export async function appendLines(sql: Sql, lines: readonly StoredLine[]): Promise<void> {
  const last = lines.at(-1);
  if (last === undefined) return;
  await sql.query(
    `INSERT INTO audit_log
       (merchant_id, seq, at, actor_id, action, subject, details, prev_hash, hash)
     SELECT "merchantId", seq, to_timestamp(at / 1000.0), "actorId", action, subject,
       details::json, decode("prevHash", 'hex'), decode(hash, 'hex')
     FROM json_to_recordset($1) AS line ("merchantId" integer, seq bigint, at bigint,
       "actorId" uuid, action text, subject text, details text, "prevHash" text, hash text)`,
    [JSON.stringify(lines)],
  );
  await sql.query(
    `UPDATE audit_heads SET seq = $2, hash = decode($3, 'hex') WHERE merchant_id = $1`,
    [last.merchantId, last.seq, last.hash],
  );
}

/** Whether this database has the chain already. */
export async function hasChain(sql: Sql): Promise<boolean> {
  const { rows } = await sql.query<{ found: boolean }>(
    `SELECT to_regclass('audit_heads') IS NOT NULL AS found`,
  );
  return rows[0]?.found === true;
}

/** Lets the transaction see the log as it is at this moment, whatever is appended meanwhile. */
export async function freezeView(sql: Sql): Promise<void> {
  await sql.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
}

/** The heads of these merchants, or of all. */
export async function listHeads(
  sql: Sql,
  merchantIds: readonly number[] | null = null,
): Promise<readonly ChainHead[]> {
  const { rows } = await sql.query<ChainHead>(
    `SELECT merchant_id AS "merchantId", seq, encode(hash, 'hex') AS hash FROM audit_heads
     WHERE $1::int[] IS NULL OR merchant_id = ANY($1)`,
    [merchantIds],
  );
  return rows;
}

/** A cursor's statement takes no parameters; these are whole numbers of ours. */
function whose(merchantIds: readonly number[] | null): string {
  if (merchantIds === null) return '';
  return `WHERE merchant_id IN (${[0, ...merchantIds].map(Math.trunc).join(', ')})`;
}

type LineRow = Omit<StoredLine, 'at'> & { readonly at: Date | null };

/** Every line, merchant by merchant in the order of `seq`, a page at a time. Needs a transaction. */
export async function* streamLines(
  sql: Sql,
  merchantIds: readonly number[] | null = null,
): AsyncGenerator<StoredLine> {
  await sql.query(
    `DECLARE audit_lines NO SCROLL CURSOR FOR
     SELECT merchant_id AS "merchantId", seq, at, actor_id AS "actorId", action, subject,
       details::text AS details, encode(prev_hash, 'hex') AS "prevHash", encode(hash, 'hex') AS hash
     FROM audit_log ${whose(merchantIds)} ORDER BY merchant_id, seq`,
  );
  for (;;) {
    const { rows } = await sql.query<LineRow>(`FETCH ${PAGE} FROM audit_lines`);
    // `infinity` is no instant of ours: it arrives as null, and no hash fits it.
    for (const row of rows) yield { ...row, at: row.at?.getTime() ?? Number.NaN };
    if (rows.length < PAGE) return;
  }
}
