import type { Sql } from '../storage/database.ts';
import { tellLive } from '../storage/tell-live.ts';
import type { Export, ExportFailure, ExportState, StoredFacts } from './export.ts';
import type { ExportDefinition } from './export-input.ts';

export const exportColumnList = `id, merchant_id, created_by, created_at, definition, personal, state, failure,
  attempt, as_of, rows_total, rows_done, facts, bytes, encode(sha256, 'hex') AS sha256, finished_at,
  expires_at`;

export type ExportRow = {
  readonly id: string;
  readonly merchant_id: number;
  readonly created_by: string;
  readonly created_at: Date;
  readonly definition: ExportDefinition;
  readonly personal: boolean;
  readonly state: ExportState;
  readonly failure: ExportFailure | null;
  readonly attempt: number;
  readonly as_of: Date | null;
  readonly rows_total: number | null;
  readonly rows_done: number;
  readonly facts: StoredFacts | null;
  readonly bytes: number | null;
  readonly sha256: string | null;
  readonly finished_at: Date | null;
  readonly expires_at: Date | null;
};

/** Reads a row of `exportColumnList`. */
export function toExport(row: ExportRow): Export {
  const { attempt, bytes, definition, facts, failure, id, personal, sha256, state } = row;
  return {
    id,
    merchantId: row.merchant_id,
    createdBy: row.created_by,
    createdAt: row.created_at.getTime(),
    definition,
    personal,
    state,
    failure,
    attempt,
    asOf: row.as_of?.getTime() ?? null,
    rowsTotal: row.rows_total,
    rowsDone: row.rows_done,
    facts,
    bytes,
    sha256,
    finishedAt: row.finished_at?.getTime() ?? null,
    expiresAt: row.expires_at?.getTime() ?? null,
  };
}

type NewExport = Pick<
  Export,
  'id' | 'merchantId' | 'createdBy' | 'createdAt' | 'definition' | 'personal'
> & { readonly againOf: string | null };

/** Adds an export that waits for a worker, and wakes them at commit. */
export async function insertExport(sql: Sql, made: NewExport): Promise<void> {
  await sql.query(
    `INSERT INTO exports (id, merchant_id, created_by, created_at, definition, personal, again_of, state, due_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'queued', $4)`,
    [
      made.id,
      made.merchantId,
      made.createdBy,
      new Date(made.createdAt),
      JSON.stringify(made.definition),
      made.personal,
      made.againOf,
    ],
  );
  await tell(sql, { id: made.id, createdBy: made.createdBy });
}

/** Hints to every process that an export moved on. */
export function tell(sql: Sql, { id, createdBy }: Pick<Export, 'id' | 'createdBy'>) {
  return tellLive(sql, { type: 'export', userId: createdBy, exportId: id });
}

/** A person's exports at these merchants, newest first; removed ones are gone from sight. */
export async function selectExports(
  sql: Sql,
  userId: string,
  merchantIds: readonly number[],
): Promise<readonly Export[]> {
  const { rows } = await sql.query<ExportRow>(
    `SELECT ${exportColumnList} FROM exports
     WHERE created_by = $1 AND merchant_id = ANY($2) AND state <> 'removed'
     ORDER BY created_at DESC, id DESC LIMIT 100`,
    [userId, merchantIds],
  );
  return rows.map(toExport);
}

/** The export, if it is this person's and at one of these merchants. */
export async function selectExport(
  sql: Sql,
  userId: string,
  merchantIds: readonly number[],
  id: string,
): Promise<Export | null> {
  const { rows } = await sql.query<ExportRow>(
    `SELECT ${exportColumnList} FROM exports
     WHERE created_by = $1 AND merchant_id = ANY($2) AND id = $3 AND state <> 'removed'`,
    [userId, merchantIds, id],
  );
  return rows[0] ? toExport(rows[0]) : null;
}

/** How many of a person's files are being made, and how many bytes a merchant keeps. */
export async function countOpen(
  sql: Sql,
  userId: string,
  merchantId: number,
): Promise<{ readonly open: number; readonly bytes: number }> {
  const { rows } = await sql.query<{ open: number; bytes: number }>(
    `SELECT count(*) FILTER (WHERE created_by = $1 AND state IN ('queued', 'running')) AS open,
       coalesce(sum(bytes) FILTER (WHERE merchant_id = $2 AND state = 'ready'), 0)::bigint AS bytes
     FROM exports WHERE (created_by = $1 OR merchant_id = $2) AND state IN ('queued', 'running', 'ready')`,
    [userId, merchantId],
  );
  return rows[0] ?? { open: 0, bytes: 0 };
}

/** Which of these payments the merchant has: a count. */
export async function countPayments(
  sql: Sql,
  merchantId: number,
  ids: readonly string[],
): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    'SELECT count(*) FROM payments WHERE merchant_id = $1 AND id = ANY($2)',
    [merchantId, ids],
  );
  return rows[0]?.count ?? 0;
}

/** Ends what waits or runs; false when it had ended already. */
export async function stopExport(
  sql: Sql,
  { merchantId, id }: Pick<Export, 'merchantId' | 'id'>,
  now: number,
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE exports SET state = 'stopped', finished_at = $3, due_at = NULL, lease_until = NULL
     WHERE merchant_id = $1 AND id = $2 AND state IN ('queued', 'running')`,
    [merchantId, id, new Date(now)],
  );
  return rowCount === 1;
}

/** Takes an export that is no longer being made out of sight; false when it is being made. */
export async function removeExport(
  sql: Sql,
  { merchantId, id }: Pick<Export, 'merchantId' | 'id'>,
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE exports SET state = 'removed', due_at = NULL
     WHERE merchant_id = $1 AND id = $2 AND state NOT IN ('queued', 'running', 'removed')`,
    [merchantId, id],
  );
  return rowCount === 1;
}
