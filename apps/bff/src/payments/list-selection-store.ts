import { type CompiledQuery, type Expression, sql as fragment, type RawBuilder } from 'kysely';
import { builder, conditionsOf, type ListQuery } from './list-store.ts';

/** Which rows: everything a list shows, or only these of them. */
export type Rows = { readonly query: ListQuery; readonly ids: readonly string[] | null };

/** The whole list as one statement, in its order, with expressions of the caller for columns. */
export function compileRows(rows: Rows, columns: readonly Expression<unknown>[]): CompiledQuery {
  const { order, sort } = rows.query;
  const direction = fragment.raw(order);
  return fragment`SELECT ${fragment.join(columns)} FROM payments WHERE ${conditionOf(rows)}
    ORDER BY ${fragment.ref(sort)} ${direction}, id ${direction}`.compile(builder);
}

/** Figures over the whole list; `columns` are aggregates. */
export function compileFigures(rows: Rows, columns: readonly Expression<unknown>[]): CompiledQuery {
  return fragment`SELECT ${fragment.join(columns)} FROM payments
    WHERE ${conditionOf(rows)}`.compile(builder);
}

function conditionOf({ ids, query }: Rows): RawBuilder<unknown> {
  const conditions: Expression<unknown>[] = conditionsOf({ ...query, after: null });
  if (ids !== null) conditions.push(fragment`id = ANY(${ids}::uuid[])`);
  return fragment.join(conditions, fragment` AND `);
}
