import type { Sql } from '../storage/database.ts';
import type { ConnectionRow } from './connection-row.ts';

export type ConnectionKey = { readonly slug: string } | { readonly id: string };

const COLUMNS = `id, merchant_id AS "merchantId", slug, label, brand, base_url AS "baseUrl",
  gateway_merchant_id AS "gatewayMerchantId", mode, cipher AS "cipherKind",
  cipher_key AS "cipherKey", mac_key AS "macKey", capture_window_ms AS "captureWindowMs",
  refund_window_ms AS "refundWindowMs", notify_delay_ms AS "notifyDelayMs", minimum,
  several_captures AS "severalCaptures", partial_reversal AS "partialReversal",
  inquiry_shows_reversals AS "inquiryShowsReversals", forward_to AS "forwardTo",
  link_page AS "linkPage", capture_parameter AS "captureParameter", checklist,
  keys_set_at AS "keysSetAt", version,
  created_at AS "createdAt", updated_at AS "updatedAt"`;

type Stored = Omit<ConnectionRow, 'createdAt' | 'updatedAt' | 'keysSetAt' | 'checklist'> & {
  readonly keysSetAt: Date;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly checklist: Partial<ConnectionRow['checklist']>;
};

/** One connection by slug or id, whoever it belongs to; null when there is none. */
export async function selectConnection(
  sql: Sql,
  key: ConnectionKey,
): Promise<ConnectionRow | null> {
  const [column, value] = 'slug' in key ? ['slug', key.slug] : ['id', key.id];
  const { rows } = await sql.query<Stored>(
    `SELECT ${COLUMNS} FROM gateway_connections WHERE ${column} = $1`,
    [value],
  );
  const [row] = rows;
  return row === undefined ? null : toRow(row);
}

/** The connections of these merchants, ordered by label. */
export async function selectConnections(
  sql: Sql,
  merchantIds: readonly number[],
): Promise<ConnectionRow[]> {
  const { rows } = await sql.query<Stored>(
    `SELECT ${COLUMNS} FROM gateway_connections WHERE merchant_id = ANY($1) ORDER BY label, id`,
    [merchantIds],
  );
  return rows.map(toRow);
}

/** Some connection, or null while there is none. */
export async function selectAnyConnection(sql: Sql): Promise<ConnectionRow | null> {
  const { rows } = await sql.query<Stored>(`SELECT ${COLUMNS} FROM gateway_connections LIMIT 1`);
  const [row] = rows;
  return row === undefined ? null : toRow(row);
}

/** Stores a new connection. A slug that exists already is left as it is; answers whether it was new. */
export async function insertConnection(sql: Sql, row: ConnectionRow): Promise<boolean> {
  const { rowCount } = await sql.query(
    `INSERT INTO gateway_connections (id, merchant_id, slug, label, brand, base_url,
       gateway_merchant_id, mode, cipher, cipher_key, mac_key, capture_window_ms, refund_window_ms,
       notify_delay_ms, minimum, several_captures, partial_reversal, inquiry_shows_reversals,
       checklist, keys_set_at, forward_to, link_page, capture_parameter, version, created_at,
       updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
       $19, $20, $21, $22, $23, $24, $25, $25)
     ON CONFLICT (slug) DO NOTHING`,
    [row.id, row.merchantId, row.slug, ...changeable(row), row.version, new Date(row.createdAt)],
  );
  return rowCount === 1;
}

/** Writes `row` over version `row.version - 1`; answers false when somebody else saved in between. */
export async function updateConnection(sql: Sql, row: ConnectionRow): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE gateway_connections SET label = $4, brand = $5, base_url = $6, gateway_merchant_id = $7,
       mode = $8, cipher = $9, cipher_key = $10, mac_key = $11, capture_window_ms = $12,
       refund_window_ms = $13, notify_delay_ms = $14, minimum = $15, several_captures = $16,
       partial_reversal = $17, inquiry_shows_reversals = $18, checklist = $19, keys_set_at = $20,
       forward_to = $21, link_page = $22, capture_parameter = $23, version = $24, updated_at = $25
     WHERE merchant_id = $2 AND id = $1 AND slug = $3 AND version = $24 - 1`,
    [row.id, row.merchantId, row.slug, ...changeable(row), row.version, new Date(row.updatedAt)],
  );
  return rowCount === 1;
}

/** Whether a genuine notification ever arrived for this connection. */
export async function hasNotified(sql: Sql, connectionId: string): Promise<boolean> {
  const { rows } = await sql.query<{ found: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM callback_inbox WHERE connection_id = $1 AND kind = 'notify') AS found`,
    [connectionId],
  );
  return rows[0]?.found === true;
}

function changeable(row: ConnectionRow): unknown[] {
  return [
    row.label,
    row.brand,
    row.baseUrl,
    row.gatewayMerchantId,
    row.mode,
    row.cipherKind,
    row.cipherKey,
    row.macKey,
    row.captureWindowMs,
    row.refundWindowMs,
    row.notifyDelayMs,
    row.minimum,
    row.severalCaptures,
    row.partialReversal,
    row.inquiryShowsReversals,
    JSON.stringify(row.checklist),
    new Date(row.keysSetAt),
    row.forwardTo,
    row.linkPage,
    row.captureParameter,
  ];
}

function toRow(row: Stored): ConnectionRow {
  return {
    ...row,
    checklist: {
      'swiss-seat': row.checklist['swiss-seat'] === true,
      portal: row.checklist.portal === true,
      provider: row.checklist.provider === true,
      'shop-uuid': row.checklist['shop-uuid'] === true,
    },
    keysSetAt: row.keysSetAt.getTime(),
    createdAt: row.createdAt.getTime(),
    updatedAt: row.updatedAt.getTime(),
  };
}
