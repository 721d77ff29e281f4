import type { StatedTotals, StatementLine, Totals } from 'paygate-payments';
import type { DayKind } from '../reports/swiss-time.ts';
import type { Sql } from '../storage/database.ts';
import type { RawLine } from './read-statement.ts';
import type { Statement, StatementKey } from './statement.ts';
import type { StatementFormat } from './statement-format.ts';

const columns = `s.id, s.merchant_id AS "merchantId", s.connection_id AS "connectionId",
  s.created_at AS "createdAt", s.name, encode(s.sha256, 'hex') AS sha256, s.format, s.from_at AS "from",
  s.until_at AS "until", s.day_kind AS "dayKind", s.stated, s.added, s.skipped,
  s.compared_at AS "comparedAt", u.name AS by`;

export type NamedStatement = Statement & { readonly by: string };

type Row = {
  readonly id: string;
  readonly merchantId: number;
  readonly connectionId: string | null;
  readonly createdAt: Date;
  readonly name: string;
  readonly sha256: string;
  readonly format: StatementFormat;
  readonly from: Date;
  readonly until: Date;
  readonly dayKind: DayKind;
  readonly stated: StatedTotals;
  readonly added: Totals;
  readonly skipped: number;
  readonly comparedAt: Date;
  readonly by: string;
};

function toStatement(row: Row): NamedStatement {
  return {
    ...row,
    createdAt: row.createdAt.getTime(),
    from: row.from.getTime(),
    until: row.until.getTime(),
    comparedAt: row.comparedAt.getTime(),
  };
}

/** Adds a statement; false when this very file was imported before. */
export async function insertStatement(
  sql: Sql,
  made: Statement & { readonly createdBy: string },
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `INSERT INTO statements (id, merchant_id, connection_id, created_by, created_at, name, sha256, format,
       from_at, until_at, day_kind, stated, added, skipped, compared_at)
     VALUES ($1, $2, $3, $4, $5, $6, decode($7, 'hex'), $8, $9, $10, $11, $12, $13, $14, $15)
     ON CONFLICT (merchant_id, sha256) DO NOTHING`,
    [
      made.id,
      made.merchantId,
      made.connectionId,
      made.createdBy,
      new Date(made.createdAt),
      made.name,
      made.sha256,
      JSON.stringify(made.format),
      new Date(made.from),
      new Date(made.until),
      made.dayKind,
      JSON.stringify(made.stated),
      JSON.stringify(made.added),
      made.skipped,
      new Date(made.comparedAt),
    ],
  );
  return rowCount === 1;
}

/** When a file with this digest was imported for a merchant, and under which name; null when never. */
export async function selectSameFile(
  sql: Sql,
  merchantId: number,
  sha256: string,
): Promise<{ readonly id: string; readonly name: string; readonly createdAt: Date } | null> {
  const { rows } = await sql.query<{ id: string; name: string; createdAt: Date }>(
    `SELECT id, name, created_at AS "createdAt" FROM statements
     WHERE merchant_id = $1 AND sha256 = decode($2, 'hex')`,
    [merchantId, sha256],
  );
  return rows[0] ?? null;
}

/** The newest hundred of these merchants. */
export async function selectStatements(
  sql: Sql,
  merchantIds: readonly number[],
): Promise<readonly NamedStatement[]> {
  const { rows } = await sql.query<Row>(
    `SELECT ${columns} FROM statements s JOIN users u ON u.id = s.created_by
     WHERE s.merchant_id = ANY($1) ORDER BY s.created_at DESC, s.id DESC LIMIT 100`,
    [merchantIds],
  );
  return rows.map(toStatement);
}

export async function selectStatement(
  sql: Sql,
  merchantIds: readonly number[],
  id: string,
): Promise<NamedStatement | null> {
  const { rows } = await sql.query<Row>(
    `SELECT ${columns} FROM statements s JOIN users u ON u.id = s.created_by
     WHERE s.merchant_id = ANY($1) AND s.id = $2`,
    [merchantIds, id],
  );
  return rows[0] ? toStatement(rows[0]) : null;
}

/** One comparison of a statement at a time: whoever comes second waits. */
export async function lockStatement(sql: Sql, { merchantId, id }: StatementKey): Promise<boolean> {
  const { rowCount } = await sql.query(
    'SELECT 1 FROM statements WHERE merchant_id = $1 AND id = $2 FOR UPDATE',
    [merchantId, id],
  );
  return rowCount === 1;
}

export async function markCompared(
  sql: Sql,
  { merchantId, id }: StatementKey,
  at: number,
): Promise<void> {
  await sql.query('UPDATE statements SET compared_at = $3 WHERE merchant_id = $1 AND id = $2', [
    merchantId,
    id,
    new Date(at),
  ]);
}

const AT_ONCE = 2000;

export async function insertStatementLines(
  sql: Sql,
  { merchantId, id }: StatementKey,
  lines: readonly RawLine[],
): Promise<void> {
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    const some = lines
      .slice(from, from + AT_ONCE)
      .map((line) => ({ ...line, at: line.at === null ? null : new Date(line.at) }));
    await sql.query(
      `INSERT INTO statement_lines (merchant_id, statement_id, line, kind, pay_id, xid, trans_id, ref_nr, at,
         amount, fee, raw)
       SELECT $1, $2, line, kind, "payId", xid, "transId", "refNr", at, amount, fee, raw
       FROM jsonb_to_recordset($3) AS told (line int, kind text, "payId" text, xid text, "transId" text,
         "refNr" text, at timestamptz, amount bigint, fee bigint, raw text)`,
      [merchantId, id, JSON.stringify(some)],
    );
  }
}

type LineRow = Omit<StatementLine, 'at'> & { readonly at: Date | null };

export async function selectStatementLines(
  sql: Sql,
  { merchantId, id }: StatementKey,
): Promise<readonly StatementLine[]> {
  const { rows } = await sql.query<LineRow>(
    `SELECT line, kind, pay_id AS "payId", xid, trans_id AS "transId", ref_nr AS "refNr", at, amount, fee
     FROM statement_lines WHERE merchant_id = $1 AND statement_id = $2 ORDER BY line`,
    [merchantId, id],
  );
  return rows.map((row) => ({ ...row, at: row.at?.getTime() ?? null }));
}

/** Takes a statement away with all that was found; its file can then be imported again. */
export async function deleteStatement(sql: Sql, { merchantId, id }: StatementKey): Promise<void> {
  for (const table of ['statement_items', 'statement_lines']) {
    await sql.query(`DELETE FROM ${table} WHERE merchant_id = $1 AND statement_id = $2`, [
      merchantId,
      id,
    ]);
  }
  await sql.query('DELETE FROM statements WHERE merchant_id = $1 AND id = $2', [merchantId, id]);
}
