import type { Sql } from '../storage/database.ts';
import type { StatementFormat } from './statement-format.ts';

/** A way of reading that was saved under a name. */
export type Mapping = {
  readonly id: string;
  readonly merchantId: number;
  readonly name: string;
  readonly format: StatementFormat;
};

/** Saves a way of reading; the same name again replaces it. */
export async function saveMapping(
  sql: Sql,
  { id, merchantId, name, format }: Mapping,
  { createdBy, now }: { readonly createdBy: string; readonly now: number },
): Promise<void> {
  await sql.query(
    `INSERT INTO statement_mappings (id, merchant_id, name, format, created_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (merchant_id, name) DO UPDATE SET format = excluded.format`,
    [id, merchantId, name, JSON.stringify(format), createdBy, new Date(now)],
  );
}

export async function selectMappings(
  sql: Sql,
  merchantIds: readonly number[],
): Promise<readonly Mapping[]> {
  const { rows } = await sql.query<Mapping>(
    `SELECT id, merchant_id AS "merchantId", name, format FROM statement_mappings
     WHERE merchant_id = ANY($1) ORDER BY name`,
    [merchantIds],
  );
  return rows;
}
