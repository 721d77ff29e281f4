import pg from 'pg';

/** A statement and its parameters `$1`, `$2` …, as a query builder gives it. */
type Compiled = { readonly sql: string; readonly parameters: readonly unknown[] };

/**
 * The statement with its parameters written into it, for COPY, which takes none. Texts of people are
 * parameters always, so every `$n` in the statement itself is a place for one.
 */
export function inlineParameters({ sql, parameters }: Compiled): string {
  return sql.replace(/\$(\d+)/g, (_, place: string) => literal(parameters[Number(place) - 1]));
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number`);
    return String(value);
  }
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return pg.escapeLiteral(value);
  if (value instanceof Date) return pg.escapeLiteral(value.toISOString());
  if (Array.isArray(value)) return `ARRAY[${value.map(literal).join(', ')}]`;
  throw new TypeError('this kind of parameter cannot be written into a statement');
}
