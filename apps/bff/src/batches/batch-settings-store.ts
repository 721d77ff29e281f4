import type { Sql } from '../storage/database.ts';
import type { BatchSettings } from './batch-file.ts';

type Row = BatchSettings & { readonly connectionId: string };

/** The settings of these merchants' connections, by connection; those without any are left out. */
export async function selectSettings(
  sql: Sql,
  merchantIds: readonly number[],
): Promise<ReadonlyMap<string, BatchSettings>> {
  const { rows } = await sql.query<Row>(
    `SELECT connection_id AS "connectionId", file_version AS version, date_format AS "dateFormat",
       count_basis AS count, group_merchant_id AS "groupMerchantId", name_order AS "nameOrder",
       reversals, answer_hours AS "answerHours"
     FROM batch_settings WHERE merchant_id = ANY($1)`,
    [merchantIds],
  );
  return new Map(rows.map(({ connectionId, ...settings }) => [connectionId, settings]));
}

/** Writes the settings of one connection. */
export async function upsertSettings(
  sql: Sql,
  key: { readonly merchantId: number; readonly connectionId: string },
  settings: BatchSettings,
  now: number,
): Promise<void> {
  await sql.query(
    `INSERT INTO batch_settings (merchant_id, connection_id, file_version, date_format, count_basis,
       group_merchant_id, name_order, reversals, answer_hours, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (merchant_id, connection_id) DO UPDATE SET file_version = $3, date_format = $4,
       count_basis = $5, group_merchant_id = $6, name_order = $7, reversals = $8,
       answer_hours = $9, updated_at = $10`,
    [
      key.merchantId,
      key.connectionId,
      settings.version,
      settings.dateFormat,
      settings.count,
      settings.groupMerchantId,
      settings.nameOrder,
      settings.reversals,
      settings.answerHours,
      new Date(now),
    ],
  );
}
