type Identified = { readonly id: string };

/** A selection by hand is kept row by row; what is more is a filter. */
export const mostSelected = 500;

export type RowSelection<Row extends Identified> = {
  readonly rows: ReadonlyMap<string, Row>;
  /** The row at which a range begins. */
  readonly anchor: string | null;
  /** Everything the filter finds, read or not. */
  readonly isWhole: boolean;
};

export const nothingSelected: RowSelection<never> = {
  rows: new Map<string, never>(),
  anchor: null,
  isWhole: false,
};

/** Takes a row in, or out. Out of the whole filter it leaves what was picked before that. */
export function toggleRow<Row extends Identified>(
  selection: RowSelection<Row>,
  row: Row,
): RowSelection<Row> {
  if (!selection.rows.has(row.id)) {
    if (selection.isWhole) return { ...selection, anchor: row.id, isWhole: false };
    return withRows(selection, [row], row.id);
  }
  const rows = new Map(selection.rows);
  rows.delete(row.id);
  return { rows, anchor: row.id, isWhole: false };
}

/** Takes in every row between the last one that was picked and this one. */
export function selectRange<Row extends Identified>(
  selection: RowSelection<Row>,
  rows: readonly Row[],
  to: Row,
): RowSelection<Row> {
  const start = rows.findIndex(({ id }) => id === selection.anchor);
  const end = rows.findIndex(({ id }) => id === to.id);
  if (start < 0 || end < 0) return withRows(selection, [to], to.id);
  const between = rows.slice(Math.min(start, end), Math.max(start, end) + 1);
  return withRows(selection, between, to.id);
}

/** Takes in rows, as many as a selection by hand may hold. */
export function withRows<Row extends Identified>(
  selection: RowSelection<Row>,
  more: readonly Row[],
  anchor = selection.anchor,
): RowSelection<Row> {
  const rows = new Map(selection.rows);
  for (const row of more) {
    if (rows.size < mostSelected || rows.has(row.id)) rows.set(row.id, row);
  }
  return { rows, anchor, isWhole: false };
}

/** The same rows, those among `read` as they are now. */
export function renewRows<Row extends Identified>(
  selection: RowSelection<Row>,
  read: readonly Row[],
): RowSelection<Row> {
  const rows = new Map(selection.rows);
  for (const row of read) if (rows.has(row.id)) rows.set(row.id, row);
  return { ...selection, rows };
}

/** The selected rows as they were read last: rows change while they are selected. */
export function selectedRows<Row extends Identified>(
  { rows }: RowSelection<Row>,
  read: readonly Row[],
): readonly Row[] {
  const newest = new Map(read.map((row) => [row.id, row]));
  return [...rows.values()].map((row) => newest.get(row.id) ?? row);
}
