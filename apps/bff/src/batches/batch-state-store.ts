import type { Sql } from '../storage/database.ts';
import type { BatchKey } from './batch-file.ts';
import type { BatchCounts } from './batch-view.ts';

type Told = { readonly at: number; readonly by: string };

/** The file left the house; from a locked row in state `created`. */
export async function markHandedOver(sql: Sql, file: BatchKey, { at, by }: Told): Promise<void> {
  await sql.query(
    `UPDATE batch_files SET state = 'handed-over', handed_over_at = $3, handed_over_by = $4
     WHERE merchant_id = $1 AND id = $2 AND state = 'created'`,
    [file.merchantId, file.id, new Date(at), by],
  );
}

/** Nobody waits for this file any more; from a locked row. */
export async function markGivenUp(
  sql: Sql,
  file: BatchKey,
  { at, by, reason }: Told & { readonly reason: string },
): Promise<void> {
  await sql.query(
    `UPDATE batch_files SET state = 'given-up', given_up_at = $3, given_up_by = $4,
       given_up_reason = $5
     WHERE merchant_id = $1 AND id = $2 AND state IN ('created', 'handed-over')`,
    [file.merchantId, file.id, new Date(at), by, reason],
  );
}

/** The answer of a file was applied; from a locked row. */
export async function markAnswered(
  sql: Sql,
  file: BatchKey,
  { at, answerId }: { readonly at: number; readonly answerId: string },
): Promise<void> {
  await sql.query(
    `UPDATE batch_files SET state = 'answered', answered_at = $3, answer_id = $4
     WHERE merchant_id = $1 AND id = $2 AND handed_over_at IS NOT NULL`,
    [file.merchantId, file.id, new Date(at), answerId],
  );
}

export const nothingCounted: BatchCounts = {
  waiting: 0,
  succeeded: 0,
  failed: 0,
  unclear: 0,
  ended: 0,
};

/** Where the operations of these files stand, by file. */
export async function countStates(
  sql: Sql,
  merchantIds: readonly number[],
  fileIds: readonly string[],
): Promise<ReadonlyMap<string, BatchCounts>> {
  const { rows } = await sql.query<BatchCounts & { readonly id: string }>(
    `SELECT batch_file_id AS id,
       count(*) FILTER (WHERE state IN ('requested', 'sending')) AS waiting,
       count(*) FILTER (WHERE state = 'succeeded') AS succeeded,
       count(*) FILTER (WHERE state = 'failed') AS failed,
       count(*) FILTER (WHERE state IN ('unknown', 'review')) AS unclear,
       count(*) FILTER (WHERE state IN ('not_executed', 'cancelled')) AS ended
     FROM operations WHERE merchant_id = ANY($1) AND batch_file_id = ANY($2::uuid[])
     GROUP BY batch_file_id`,
    [merchantIds, fileIds],
  );
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}
