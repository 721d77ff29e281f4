import {
  DummyDriver,
  type Expression,
  sql as fragment,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  type SqlBool,
} from 'kysely';

/** Compiles composed statements; it never runs one. */
export const builder = new Kysely<Record<string, never>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new PostgresIntrospector(database),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** A condition of a WHERE clause. */
export type Condition = Expression<SqlBool>;

/** The text and the parameters of a composed statement, as `pg` takes them. */
export function compile(statement: RawBuilder<unknown>): {
  readonly text: string;
  readonly values: unknown[];
} {
  const { sql, parameters } = statement.compile(builder);
  return { text: sql, values: [...parameters] };
}

/** Conditions that all hold; none: everything. */
export function all(conditions: readonly Condition[]): Condition {
  if (conditions.length === 0) return fragment`true`;
  return fragment`(${fragment.join(conditions, fragment` AND `)})`;
}

/** Conditions of which one holds; none: nothing. */
export function any(conditions: readonly Condition[]): Condition {
  if (conditions.length === 0) return fragment`false`;
  return fragment`(${fragment.join(conditions, fragment` OR `)})`;
}

/**
 * The beginning of a moment, `days` later: an instant as it is, a Swiss day from its midnight, a
 * minute of a Swiss day from itself whatever `days` says.
 */
export function startOf(moment: number | string, days: number): Expression<unknown> {
  if (typeof moment === 'number') return fragment`${new Date(moment)}::timestamptz`;
  if (moment.includes('T')) {
    return fragment`(${moment}::timestamp AT TIME ZONE 'Europe/Zurich')`;
  }
  return fragment`((${moment}::date + ${days}::int)::timestamp AT TIME ZONE 'Europe/Zurich')`;
}
