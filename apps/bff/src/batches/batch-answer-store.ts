import type { Sql } from '../storage/database.ts';
import type { BatchKey } from './batch-file.ts';
import type { ProblemView } from './batch-view.ts';

/** An answer as stored; `content` is null where it cannot be believed, and then `problem` says why. */
export type BatchAnswer = {
  readonly id: string;
  readonly merchantId: number;
  readonly fileId: string;
  readonly name: string;
  readonly sha256: string;
  readonly content: Buffer | null;
  readonly problem: ProblemView | null;
  readonly uploadedAt: number;
  readonly uploadedBy: string;
};

/** Keeps an answer. The same bytes for the same file are kept once; answers the id under which. */
export async function insertAnswer(sql: Sql, answer: BatchAnswer): Promise<string> {
  await sql.query(
    `INSERT INTO batch_answers (id, merchant_id, file_id, name, sha256, content, problem,
       uploaded_at, uploaded_by)
     VALUES ($1, $2, $3, $4, decode($5, 'hex'), $6, $7, $8, $9)
     ON CONFLICT (merchant_id, file_id, sha256) DO NOTHING`,
    [
      answer.id,
      answer.merchantId,
      answer.fileId,
      answer.name,
      answer.sha256,
      answer.content,
      answer.problem === null ? null : JSON.stringify(answer.problem),
      new Date(answer.uploadedAt),
      answer.uploadedBy,
    ],
  );
  const { rows } = await sql.query<{ id: string }>(
    `SELECT id FROM batch_answers
     WHERE merchant_id = $1 AND file_id = $2 AND sha256 = decode($3, 'hex')`,
    [answer.merchantId, answer.fileId, answer.sha256],
  );
  return rows[0]?.id ?? answer.id;
}

type Row = Omit<BatchAnswer, 'uploadedAt'> & { readonly uploadedAt: Date };

/** One answer with its bytes, if one of these merchants has it. */
export async function selectAnswer(
  sql: Sql,
  merchantIds: readonly number[],
  id: string,
): Promise<BatchAnswer | null> {
  const { rows } = await sql.query<Row>(
    `SELECT id, merchant_id AS "merchantId", file_id AS "fileId", name,
       encode(sha256, 'hex') AS sha256, content, problem, uploaded_at AS "uploadedAt",
       uploaded_by AS "uploadedBy"
     FROM batch_answers WHERE merchant_id = ANY($1) AND id = $2`,
    [merchantIds, id],
  );
  const row = rows[0];
  return row === undefined ? null : { ...row, uploadedAt: row.uploadedAt.getTime() };
}

type AnswerHead = Pick<BatchAnswer, 'id' | 'name' | 'sha256' | 'problem' | 'uploadedAt'> & {
  readonly by: string;
};

/** The answers that were brought for a file, newest first, without their bytes; at most 20. */
export async function selectAnswerHeads(sql: Sql, file: BatchKey): Promise<readonly AnswerHead[]> {
  const { rows } = await sql.query<Omit<AnswerHead, 'uploadedAt'> & { uploadedAt: Date }>(
    `SELECT a.id, a.name, encode(a.sha256, 'hex') AS sha256, a.problem,
       a.uploaded_at AS "uploadedAt", coalesce(users.name, '') AS by
     FROM batch_answers a LEFT JOIN users ON users.id = a.uploaded_by
     WHERE a.merchant_id = $1 AND a.file_id = $2 ORDER BY a.uploaded_at DESC, a.id LIMIT 20`,
    [file.merchantId, file.id],
  );
  return rows.map((row) => ({ ...row, uploadedAt: row.uploadedAt.getTime() }));
}
