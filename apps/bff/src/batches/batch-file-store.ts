import { type Keyset, keysetEdge } from '../keyset.ts';
import type { Sql } from '../storage/database.ts';
import type { BatchFile, BatchKey } from './batch-file.ts';

const COLUMNS = `f.id, f.merchant_id AS "merchantId", f.connection_id AS "connectionId",
  c.label AS "connectionLabel", f.kind, f.name, f.head_merchant_id AS "headMerchantId",
  f.day::text AS day, f.counter, f.file_version AS version, f.date_format AS "dateFormat",
  f.count_basis AS count, f.name_order AS "nameOrder", f.records, f.sum, f.bytes,
  encode(f.sha256, 'hex') AS sha256, f.client_key AS "clientKey", f.request_hash AS "requestHash",
  f.state, f.answer_by AS "answerBy", f.created_at AS "createdAt", f.created_by AS "createdBy",
  coalesce(users.name, '') AS by, f.handed_over_at AS "handedOverAt",
  f.given_up_at AS "givenUpAt", f.given_up_reason AS "givenUpReason",
  f.answered_at AS "answeredAt", f.answer_id AS "answerId"`;
const SOURCE = `batch_files f
  JOIN gateway_connections c ON c.merchant_id = f.merchant_id AND c.id = f.connection_id
  LEFT JOIN users ON users.id = f.created_by`;

type Instants = 'answerBy' | 'createdAt' | 'handedOverAt' | 'givenUpAt' | 'answeredAt';
type Row = Omit<BatchFile, Instants | 'layout'> &
  BatchFile['layout'] & {
    readonly answerBy: Date;
    readonly createdAt: Date;
    readonly handedOverAt: Date | null;
    readonly givenUpAt: Date | null;
    readonly answeredAt: Date | null;
  };

/** One file by id, its client key or its name, if one of these merchants has it. */
export async function selectFile(
  sql: Sql,
  merchantIds: readonly number[],
  by: { readonly id: string } | { readonly key: string } | { readonly name: string },
): Promise<BatchFile | null> {
  const [column, value] =
    'id' in by ? ['id', by.id] : 'key' in by ? ['client_key', by.key] : ['name', by.name];
  const { rows } = await sql.query<Row>(
    `SELECT ${COLUMNS} FROM ${SOURCE} WHERE f.merchant_id = ANY($1) AND f.${column} = $2`,
    [merchantIds, value],
  );
  return rows[0] === undefined ? null : toFile(rows[0]);
}

/** Locks a file until the transaction ends: handing over, giving up and applying wait here. */
export async function lockFile(sql: Sql, { merchantId, id }: BatchKey): Promise<BatchFile> {
  await sql.query('SELECT FROM batch_files WHERE merchant_id = $1 AND id = $2 FOR UPDATE', [
    merchantId,
    id,
  ]);
  const file = await selectFile(sql, [merchantId], { id });
  if (file === null) throw new Error(`batch file ${id} does not exist`);
  return file;
}

/** The connection of the file that this person made last, if one of these merchants has it. */
export async function selectLastConnection(
  sql: Sql,
  merchantIds: readonly number[],
  personId: string,
): Promise<string | null> {
  const { rows } = await sql.query<{ slug: string }>(
    `SELECT c.slug FROM batch_files f
       JOIN gateway_connections c ON c.merchant_id = f.merchant_id AND c.id = f.connection_id
     WHERE f.merchant_id = ANY($1) AND f.created_by = $2 ORDER BY f.created_at DESC LIMIT 1`,
    [merchantIds, personId],
  );
  return rows[0]?.slug ?? null;
}

/** One page of files, newest first, by keyset. */
export async function selectFiles(
  sql: Sql,
  merchantIds: readonly number[],
  { after, limit }: { readonly after: Keyset | null; readonly limit: number },
): Promise<readonly BatchFile[]> {
  const { rows } = await sql.query<Row>(
    `SELECT ${COLUMNS} FROM ${SOURCE} WHERE f.merchant_id = ANY($1)
       AND ($2::timestamptz IS NULL OR (f.created_at, f.id) < ($2, $3::uuid))
     ORDER BY f.created_at DESC, f.id DESC LIMIT $4`,
    [merchantIds, ...keysetEdge(after), limit],
  );
  return rows.map(toFile);
}

/** Locks the numbers of a day, and answers the last one that was given. */
export async function lockCounter(
  sql: Sql,
  { merchantId, headMerchantId, day }: Pick<BatchFile, 'merchantId' | 'headMerchantId' | 'day'>,
): Promise<number> {
  const { rows } = await sql.query<{ last: number }>(
    `INSERT INTO batch_counters (merchant_id, head_merchant_id, day, last) VALUES ($1, $2, $3, 0)
     ON CONFLICT (merchant_id, head_merchant_id, day) DO UPDATE SET last = batch_counters.last
     RETURNING last`,
    [merchantId, headMerchantId, day],
  );
  return rows[0]?.last ?? 0;
}

type NewFile = Omit<
  BatchFile,
  | 'connectionLabel'
  | 'state'
  | 'by'
  | 'handedOverAt'
  | 'givenUpAt'
  | 'givenUpReason'
  | 'answeredAt'
  | 'answerId'
>;

/** Adds a file that nobody has been given yet, and counts its number as given. */
export async function insertFile(sql: Sql, file: NewFile): Promise<void> {
  await sql.query(
    `UPDATE batch_counters SET last = $4
     WHERE merchant_id = $1 AND head_merchant_id = $2 AND day = $3`,
    [file.merchantId, file.headMerchantId, file.day, file.counter],
  );
  await sql.query(
    `INSERT INTO batch_files (id, merchant_id, connection_id, kind, name, head_merchant_id, day,
       counter, file_version, date_format, count_basis, name_order, records, sum, bytes, sha256,
       client_key, request_hash, state, answer_by, created_at, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, decode($16, 'hex'),
       $17, $18, 'created', $19, $20, $21)`,
    [
      file.id,
      file.merchantId,
      file.connectionId,
      file.kind,
      file.name,
      file.headMerchantId,
      file.day,
      file.counter,
      file.layout.version,
      file.layout.dateFormat,
      file.layout.count,
      file.nameOrder,
      file.records,
      file.sum,
      file.bytes,
      file.sha256,
      file.clientKey,
      file.requestHash,
      new Date(file.answerBy),
      new Date(file.createdAt),
      file.createdBy,
    ],
  );
}

function toFile(row: Row): BatchFile {
  const { version, dateFormat, count, ...file } = row;
  return {
    ...file,
    layout: { version, dateFormat, count },
    answerBy: row.answerBy.getTime(),
    createdAt: row.createdAt.getTime(),
    handedOverAt: row.handedOverAt?.getTime() ?? null,
    givenUpAt: row.givenUpAt?.getTime() ?? null,
    answeredAt: row.answeredAt?.getTime() ?? null,
  };
}
