import { useMemo, useState } from 'react';
import {
  nothingSelected,
  type RowSelection,
  renewRows,
  selectRange,
  toggleRow,
  withRows,
} from './row-selection.ts';

export type UseRowSelection<Row extends { readonly id: string }> = ReturnType<
  typeof useRowSelection<Row>
>;

/**
 * Which rows are selected. They stay so while rows come, go and change, and however the list is
 * sorted or laid out; another filter begins with none, so that nothing is selected out of sight.
 */
export function useRowSelection<Row extends { readonly id: string }>(filter: string) {
  const [kept, setKept] = useState<{ filter: string; selection: RowSelection<Row> }>({
    filter,
    selection: nothingSelected,
  });
  const selection: RowSelection<Row> = kept.filter === filter ? kept.selection : nothingSelected;
  return useMemo(() => {
    const change = (next: RowSelection<Row>) => setKept({ filter, selection: next });
    return {
      selection,
      count: selection.rows.size,
      has: (id: string) => selection.isWhole || selection.rows.has(id),
      /** With `isRange` every row from the last one picked. */
      toggle: (rows: readonly Row[], row: Row, isRange = false) =>
        change(isRange ? selectRange(selection, rows, row) : toggleRow(selection, row)),
      add: (rows: readonly Row[]) => change(withRows(selection, rows, rows.at(-1)?.id)),
      selectWhole: () => change({ ...selection, isWhole: true }),
      /** What was read of them again, whatever was picked meanwhile. */
      renew: (rows: readonly Row[]) =>
        setKept((now) => ({ ...now, selection: renewRows(now.selection, rows) })),
      clear: () => change(nothingSelected),
    };
  }, [selection, filter]);
}
