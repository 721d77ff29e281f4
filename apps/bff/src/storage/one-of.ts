/**
 * A condition on `column` with the parameter $1. For a single value it is an equality, of which
 * PostgreSQL knows without looking at the value that it finds next to nothing.
 */
export function oneOf(
  column: string,
  values: readonly number[],
): { readonly condition: string; readonly value: number | readonly number[] | undefined } {
  const [only] = values;
  return values.length === 1
    ? { condition: `${column} = $1`, value: only }
    : { condition: `${column} = ANY($1::int[])`, value: values };
}
