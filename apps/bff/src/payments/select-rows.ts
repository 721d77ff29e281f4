import type { CompiledQuery, Expression } from 'kysely';
import type { Deps } from '../deps.ts';
import type { Person } from '../sessions/person.ts';
import type { Sql } from '../storage/database.ts';
import { sortColumns } from './list-position.ts';
import { compileFigures, compileRows, type Rows, selectIds } from './list-selection-store.ts';
import type { PaymentFilter } from './payment-filter.ts';
import { readQuery } from './read-query.ts';

/** All rows of a list at one moment, for those who read the whole of it. */
export type Selection = {
  /** In the order of the list. */
  rows(columns: readonly Expression<unknown>[]): CompiledQuery;
  /** One row of aggregates. */
  figures(columns: readonly Expression<unknown>[]): CompiledQuery;
  /** The ids of the first `limit` of them. */
  ids(sql: Sql, limit: number): Promise<readonly string[]>;
};

/**
 * The rows that `filter` shows to `person` at `now` (ms UTC), by the very conditions of the list;
 * `ids` keeps only those payments of them.
 * @throws TRPCError NOT_FOUND for a foreign merchant or connection.
 */
export async function selectRows(
  deps: Pick<Deps, 'secrets'>,
  sql: Sql,
  person: Person,
  {
    filter,
    ids,
    now,
  }: {
    readonly filter: PaymentFilter;
    readonly ids: readonly string[] | null;
    readonly now: number;
  },
): Promise<Selection> {
  const { order } = filter;
  const query = await readQuery(deps, sql, person, filter, now);
  const rows: Rows = { query, sort: sortColumns[filter.sort], order, ids };
  return {
    rows: (columns) => compileRows(rows, columns),
    figures: (columns) => compileFigures(rows, columns),
    ids: (on, limit) => selectIds(on, rows, limit),
  };
}
