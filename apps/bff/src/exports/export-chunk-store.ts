import type { Sql } from '../storage/database.ts';
import type { Claim, Export } from './export.ts';

/** Stores the next piece of a file. Nobody is given it before the export is ready. */
export async function insertChunk(
  sql: Sql,
  { merchantId, id, attempt }: Claim,
  { seq, body }: { readonly seq: number; readonly body: Buffer },
): Promise<void> {
  await sql.query(
    `INSERT INTO export_chunks (merchant_id, export_id, attempt, seq, body)
     VALUES ($1, $2, $3, $4, $5)`,
    [merchantId, id, attempt, seq, body],
  );
}

/** One piece of the file of a ready export; null behind the last one, or when the file is gone. */
export async function selectChunk(
  sql: Sql,
  { merchantId, id, attempt }: Claim,
  seq: number,
): Promise<Buffer | null> {
  const { rows } = await sql.query<{ body: Buffer }>(
    `SELECT body FROM export_chunks
     WHERE merchant_id = $1 AND export_id = $2 AND attempt = $3 AND seq = $4`,
    [merchantId, id, attempt, seq],
  );
  return rows[0]?.body ?? null;
}

/** Removes every piece that belongs to no file on offer and that nobody is writing. */
export async function deleteStrayChunks(sql: Sql): Promise<void> {
  await sql.query(
    `DELETE FROM export_chunks c USING exports e
     WHERE e.merchant_id = c.merchant_id AND e.id = c.export_id
       AND (e.state NOT IN ('ready', 'running') OR e.attempt <> c.attempt)`,
  );
}

/** Removes the pieces of one attempt. */
export async function deleteChunks(
  sql: Sql,
  { merchantId, id, attempt }: Pick<Export, 'merchantId' | 'id' | 'attempt'>,
): Promise<void> {
  await sql.query(
    'DELETE FROM export_chunks WHERE merchant_id = $1 AND export_id = $2 AND attempt = $3',
    [merchantId, id, attempt],
  );
}
