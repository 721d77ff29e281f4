import type { Sql } from '../storage/database.ts';

/**
 * The payments whose PayID, TransID, order number or TWINT number begins with one of `prefixes`
 * (escaped for LIKE), at most `limit`.
 */
export async function selectNamedPayments(
  sql: Sql,
  {
    merchantIds,
    connectionIds,
    prefixes,
    limit,
  }: {
    readonly merchantIds: readonly number[];
    readonly connectionIds: readonly string[];
    readonly prefixes: readonly string[];
    readonly limit: number;
  },
): Promise<readonly string[]> {
  const { rows } = await sql.query<{ id: string }>(
    `SELECT DISTINCT named.id FROM unnest($3::text[]) AS prefix (text), LATERAL (
       (SELECT id FROM payments WHERE connection_id = ANY($2) AND pay_id LIKE prefix.text LIMIT $4)
       UNION ALL
       (SELECT id FROM payments WHERE connection_id = ANY($2) AND trans_id LIKE prefix.text LIMIT $4)
       UNION ALL
       (SELECT id FROM payments WHERE connection_id = ANY($2) AND twint_order_id LIKE prefix.text LIMIT $4)
       UNION ALL
       (SELECT id FROM payments WHERE merchant_id = ANY($1) AND ref_nr LIKE prefix.text LIMIT $4)
     ) named LIMIT $4`,
    [merchantIds, connectionIds, prefixes, limit],
  );
  return rows.map(({ id }) => id);
}
