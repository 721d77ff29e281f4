import { sql as fragment, type RawBuilder } from 'kysely';
import { compile } from '../payments/query-builder.ts';
import type { Sql } from '../storage/database.ts';

export type Naming = {
  readonly merchantIds: readonly number[];
  readonly connectionIds: readonly string[];
  readonly prefixes: readonly string[];
  readonly limit: number;
};

/**
 * The payments whose PayID, TransID, order number or TWINT number begins with one of `prefixes`
 * (escaped for LIKE), at most `limit`.
 */
export async function selectNamedPayments(sql: Sql, naming: Naming): Promise<readonly string[]> {
  const { rows } = await sql.query<{ id: string }>(compile(namedPayments(naming)));
  return rows.map(({ id }) => id);
}

/**
 * The statement of `selectNamedPayments`. Each prefix is written out for each name: only of a pattern that
 * it knows when it plans does PostgreSQL see the beginning, by which the indexes are read.
 */
export function namedPayments({
  merchantIds,
  connectionIds,
  prefixes,
  limit,
}: Naming): RawBuilder<unknown> {
  const ofConnections = fragment`connection_id = ANY(${connectionIds}::uuid[])`;
  const ofMerchants = fragment`merchant_id = ANY(${merchantIds}::int[])`;
  const named = prefixes.flatMap((prefix) =>
    (
      [
        [ofConnections, 'pay_id'],
        [ofConnections, 'trans_id'],
        [ofConnections, 'twint_order_id'],
        [ofMerchants, 'ref_nr'],
      ] as const
    ).map(
      ([whose, name]) =>
        fragment`(SELECT id FROM payments WHERE ${whose} AND ${fragment.ref(name)} LIKE ${prefix}
          LIMIT ${limit})`,
    ),
  );
  return fragment`SELECT DISTINCT id FROM (${fragment.join(named, fragment` UNION ALL `)}) named
    LIMIT ${limit}`;
}
