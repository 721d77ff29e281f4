import { type CompiledQuery, type Expression, sql as fragment, type RawBuilder } from 'kysely';
import type { Sql } from '../storage/database.ts';
import { type SortColumn, stretchesOf } from './list-position.ts';
import { conditionsOf } from './payment-conditions-store.ts';
import type { PaymentQuery } from './payment-query.ts';
import { builder } from './query-builder.ts';

/** Which rows: everything a list shows, or only these of them. */
export type Rows = {
  readonly query: PaymentQuery;
  readonly sort: SortColumn;
  readonly order: 'asc' | 'desc';
  readonly ids: readonly string[] | null;
};

/** The whole list as one statement, in its order, with expressions of the caller for columns. */
export function compileRows(rows: Rows, columns: readonly Expression<unknown>[]): CompiledQuery {
  return fragment`SELECT ${fragment.join(columns)} FROM payments WHERE ${conditionOf(rows)}
    ORDER BY ${orderOf(rows)}`.compile(builder);
}

/** The ids of the first `limit` rows of the list, in its order. */
export async function selectIds(sql: Sql, rows: Rows, limit: number): Promise<readonly string[]> {
  const { sql: text, parameters } = fragment`SELECT id FROM payments WHERE ${conditionOf(rows)}
    ORDER BY ${orderOf(rows)} LIMIT ${limit}`.compile(builder);
  const { rows: found } = await sql.query<{ id: string }>(text, [...parameters]);
  return found.map(({ id }) => id);
}

/** Figures over the whole list; `columns` are aggregates. */
export function compileFigures(rows: Rows, columns: readonly Expression<unknown>[]): CompiledQuery {
  return fragment`SELECT ${fragment.join(columns)} FROM payments
    WHERE ${conditionOf(rows)}`.compile(builder);
}

function conditionOf({ ids, query }: Rows): RawBuilder<unknown> {
  const conditions: Expression<unknown>[] = conditionsOf(query);
  if (ids !== null) conditions.push(fragment`id = ANY(${ids}::uuid[])`);
  return fragment.join(conditions, fragment` AND `);
}

/** The order of the screen: rows without a deadline come last, the newest first. */
function orderOf({ sort, order }: Rows): RawBuilder<unknown> {
  const column = fragment.ref(sort);
  const direction = fragment.raw(order);
  if (stretchesOf(sort, order, 'next').length === 1)
    return fragment`${column} ${direction}, id ${direction}`;
  const never = fragment`${column} = 'infinity'`;
  return fragment`${never}, CASE WHEN NOT (${never}) THEN ${column} END ${direction},
    CASE WHEN ${never} THEN id END DESC, id ${direction}`;
}
