/** The columns of the list of payments, in their usual order. */
export const usualColumns = [
  'order',
  'status',
  'deadline',
  'authorized',
  'captured',
  'refunded',
  'remaining',
  'date',
  'connection',
  'action',
] as const;

/** Every column there is: the usual ones, and what can be added to them. */
export const columnNames = [...usualColumns, 'reversed', 'transId', 'payId', 'source'] as const;
export type ColumnName = (typeof columnNames)[number];

/** Reads stored columns: the order number always stands first; `gone` are those that exist no more. */
export function readColumns(stored: readonly string[]): {
  readonly columns: readonly ColumnName[];
  readonly gone: readonly string[];
} {
  const known = stored.flatMap((name) => columnNames.find((column) => column === name) ?? []);
  return {
    columns: ['order', ...known.filter((name) => name !== 'order')],
    gone: stored.filter((name) => !columnNames.some((column) => column === name)),
  };
}

/** The columns with one of them moved up (-1) or down (1); the first keeps its place. */
export function moveColumn(
  columns: readonly ColumnName[],
  name: ColumnName,
  by: -1 | 1,
): readonly ColumnName[] {
  const from = columns.indexOf(name);
  const to = from + by;
  if (from < 1 || to < 1 || to >= columns.length) return columns;
  return columns.toSpliced(from, 1).toSpliced(to, 0, name);
}
