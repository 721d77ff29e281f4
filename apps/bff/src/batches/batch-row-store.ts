import type { OperationState } from 'paygate-payments';
import type { Sql } from '../storage/database.ts';
import type { BatchKey } from './batch-file.ts';
import type { BatchLineView } from './batch-view.ts';

/** An operation and the line of the file that orders it. */
export type BatchRow = {
  readonly line: number;
  readonly paymentId: string;
  readonly operationId: string;
};

/** Keeps the bytes of a file, for ever. */
export async function insertContent(sql: Sql, file: BatchKey, content: Buffer): Promise<void> {
  await sql.query(
    'INSERT INTO batch_contents (merchant_id, file_id, content) VALUES ($1, $2, $3)',
    [file.merchantId, file.id, content],
  );
}

/** The bytes of a file, the same every time. */
export async function selectContent(sql: Sql, file: BatchKey): Promise<Buffer> {
  const { rows } = await sql.query<{ content: Buffer }>(
    'SELECT content FROM batch_contents WHERE merchant_id = $1 AND file_id = $2',
    [file.merchantId, file.id],
  );
  const content = rows[0]?.content;
  if (content === undefined) throw new Error(`batch file ${file.id} has no content`);
  return content;
}

/** Says which operation stands in which line. */
export async function insertRows(
  sql: Sql,
  { merchantId, id }: BatchKey,
  rows: readonly BatchRow[],
): Promise<void> {
  await sql.query(
    `INSERT INTO batch_rows (merchant_id, file_id, line, payment_id, operation_id)
     SELECT $1, $2, line, "paymentId", "operationId"
     FROM json_to_recordset($3) AS r (line integer, "paymentId" uuid, "operationId" uuid)`,
    [merchantId, id, JSON.stringify(rows)],
  );
}

/** Every line of a file with where its operation stands, in the order of the lines. */
export async function selectRows(
  sql: Sql,
  { merchantId, id }: BatchKey,
): Promise<readonly (BatchRow & { readonly state: OperationState })[]> {
  const { rows } = await sql.query<BatchRow & { readonly state: OperationState }>(
    `SELECT r.line, r.payment_id AS "paymentId", r.operation_id AS "operationId", o.state
     FROM batch_rows r
     JOIN operations o ON o.merchant_id = r.merchant_id AND o.id = r.operation_id
     WHERE r.merchant_id = $1 AND r.file_id = $2 ORDER BY r.line`,
    [merchantId, id],
  );
  return rows;
}

/** A page of lines as people read them; `open` leaves out what simply succeeded. */
export async function selectLines(
  sql: Sql,
  { merchantId, id }: BatchKey,
  page: { readonly show: 'all' | 'open'; readonly after: number; readonly limit: number },
): Promise<BatchLineView[]> {
  const { rows } = await sql.query<BatchLineView>(
    `SELECT r.line, r.payment_id AS "paymentId", p.trans_id AS "transId", p.ref_nr AS "refNr",
       o.amount, o.state, o.result_status AS status, o.result_code AS code
     FROM batch_rows r
     JOIN operations o ON o.merchant_id = r.merchant_id AND o.id = r.operation_id
     JOIN payments p ON p.merchant_id = r.merchant_id AND p.id = r.payment_id
     WHERE r.merchant_id = $1 AND r.file_id = $2 AND r.line > $3
       AND ($4 = 'all' OR o.state <> 'succeeded')
     ORDER BY r.line LIMIT $5`,
    [merchantId, id, page.after, page.show, page.limit],
  );
  return rows;
}
