import type { Sql } from '../storage/database.ts';
import type { HistoryImport, ImportState, LineState } from './import.ts';

const columns = `i.id, i.merchant_id AS "merchantId", i.connection_id AS "connectionId",
  i.created_by AS "createdBy", i.created_at AS "createdAt", i.name, i.per_second AS "perSecond", i.state,
  i.lines, i.unreachable_since AS "unreachableSince", i.finished_at AS "finishedAt", c.label, u.name AS by`;
const tables = `history_imports i
  JOIN gateway_connections c ON c.merchant_id = i.merchant_id AND c.id = i.connection_id
  JOIN users u ON u.id = i.created_by`;

/** An import with the names of its connection and of the person who began it. */
export type NamedImport = HistoryImport & { readonly label: string; readonly by: string };

type Row = Omit<NamedImport, 'createdAt' | 'unreachableSince' | 'finishedAt'> & {
  readonly createdAt: Date;
  readonly unreachableSince: Date | null;
  readonly finishedAt: Date | null;
};

function toImport(row: Row): NamedImport {
  return {
    ...row,
    createdAt: row.createdAt.getTime(),
    unreachableSince: row.unreachableSince?.getTime() ?? null,
    finishedAt: row.finishedAt?.getTime() ?? null,
  };
}

type NewImport = Pick<
  HistoryImport,
  'id' | 'merchantId' | 'connectionId' | 'createdBy' | 'createdAt' | 'name' | 'perSecond' | 'lines'
> & {
  readonly sha256: string;
  readonly key: string;
  readonly requestHash: Buffer;
  /** Wall time, ms. */
  readonly wall: number;
};

/** Adds an import that is due at once; false when the key was used before. */
export async function insertImport(sql: Sql, made: NewImport): Promise<boolean> {
  const { rowCount } = await sql.query(
    `INSERT INTO history_imports (id, merchant_id, connection_id, created_by, created_at, name, sha256,
       client_key, request_hash, per_second, state, lines, due_at)
     VALUES ($1, $2, $3, $4, $5, $6, decode($7, 'hex'), $8, $9, $10, 'running', $11, $12)
     ON CONFLICT (merchant_id, client_key) DO NOTHING`,
    [
      made.id,
      made.merchantId,
      made.connectionId,
      made.createdBy,
      new Date(made.createdAt),
      made.name,
      made.sha256,
      made.key,
      made.requestHash,
      made.perSecond,
      made.lines,
      new Date(made.wall),
    ],
  );
  return rowCount === 1;
}

/** The import that a key made, and the hash of what was asked with it. */
export async function selectByKey(
  sql: Sql,
  merchantId: number,
  key: string,
): Promise<{ readonly id: string; readonly requestHash: Buffer } | null> {
  const { rows } = await sql.query<{ id: string; requestHash: Buffer }>(
    `SELECT id, request_hash AS "requestHash" FROM history_imports
     WHERE merchant_id = $1 AND client_key = $2`,
    [merchantId, key],
  );
  return rows[0] ?? null;
}

/** The newest hundred of these merchants. */
export async function selectImports(
  sql: Sql,
  merchantIds: readonly number[],
): Promise<readonly NamedImport[]> {
  const { rows } = await sql.query<Row>(
    `SELECT ${columns} FROM ${tables} WHERE i.merchant_id = ANY($1)
     ORDER BY i.created_at DESC, i.id DESC LIMIT 100`,
    [merchantIds],
  );
  return rows.map(toImport);
}

export async function selectImport(
  sql: Sql,
  merchantIds: readonly number[],
  id: string,
): Promise<NamedImport | null> {
  const { rows } = await sql.query<Row>(
    `SELECT ${columns} FROM ${tables} WHERE i.merchant_id = ANY($1) AND i.id = $2`,
    [merchantIds, id],
  );
  return rows[0] ? toImport(rows[0]) : null;
}

/** How many lines of each state every one of these imports has. */
export async function countLines(
  sql: Sql,
  imports: readonly Pick<HistoryImport, 'merchantId' | 'id'>[],
): Promise<readonly { readonly id: string; readonly state: LineState; readonly count: number }[]> {
  const { rows } = await sql.query<{ id: string; state: LineState; count: number }>(
    `SELECT import_id AS id, state, count(*) FROM history_import_lines
     WHERE merchant_id = ANY($1) AND import_id = ANY($2) GROUP BY 1, 2`,
    [imports.map(({ merchantId }) => merchantId), imports.map(({ id }) => id)],
  );
  return rows;
}

/** Moves an import on from one of the states `from`; false when it had another one. */
export async function changeImport(
  sql: Sql,
  { merchantId, id }: Pick<HistoryImport, 'merchantId' | 'id'>,
  {
    from,
    to,
    wall,
    now,
  }: {
    readonly from: readonly ImportState[];
    readonly to: ImportState;
    readonly wall: number;
    readonly now: number;
  },
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE history_imports SET state = $4, lease_until = NULL, unreachable_since = NULL,
       due_at = CASE WHEN $4 = 'running' THEN $5::timestamptz END,
       finished_at = CASE WHEN $4 = 'stopped' THEN $6::timestamptz END
     WHERE merchant_id = $1 AND id = $2 AND state = ANY($3)`,
    [merchantId, id, from, to, new Date(wall), new Date(now)],
  );
  return rowCount === 1;
}

/** From the next question on the import asks at this pace. */
export async function changeRate(
  sql: Sql,
  { merchantId, id }: Pick<HistoryImport, 'merchantId' | 'id'>,
  perSecond: number,
): Promise<void> {
  await sql.query('UPDATE history_imports SET per_second = $3 WHERE merchant_id = $1 AND id = $2', [
    merchantId,
    id,
    perSecond,
  ]);
}
