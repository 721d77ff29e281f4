import { sql as fragment, type RawBuilder } from 'kysely';
import type { Sql } from '../storage/database.ts';
import { conditionsOf } from './payment-conditions-store.ts';
import type { PaymentQuery } from './payment-query.ts';
import { all, compile } from './query-builder.ts';

/** How many payments there are in one currency and what they add up to, minor units. */
export type CurrencyTotals = {
  readonly currency: string;
  readonly count: number;
  readonly authorized: number;
  readonly captured: number;
  readonly refunded: number;
  readonly remaining: number;
};

/** The totals of a query over at most `limit` of its payments; null: over all of them. */
export async function selectTotals(
  sql: Sql,
  query: PaymentQuery,
  limit: number | null,
): Promise<readonly CurrencyTotals[]> {
  const { rows } = await sql.query<CurrencyTotals>(compile(totalsOf(query, limit)));
  return rows;
}

/** The statement of `selectTotals`. */
export function totalsOf(query: PaymentQuery, limit: number | null): RawBuilder<unknown> {
  const bound = limit === null ? fragment`` : fragment`LIMIT ${limit}`;
  return fragment`SELECT currency, count(*) AS count, sum(authorized)::bigint AS authorized,
      sum(captured)::bigint AS captured, sum(refunded)::bigint AS refunded,
      sum(authorized - captured - reversed - closed)::bigint AS remaining
    FROM (
      SELECT currency, authorized, captured, refunded, reversed, closed FROM payments
      WHERE ${all(conditionsOf(query))} ${bound}
    ) counted
    GROUP BY currency ORDER BY currency`;
}

/** Lets the statements of this transaction run for at most `ms`. */
export async function allowTime(sql: Sql, ms: number): Promise<void> {
  await sql.query(`SELECT set_config('statement_timeout', $1, true)`, [String(ms)]);
}
