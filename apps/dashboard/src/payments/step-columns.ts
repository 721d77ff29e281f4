import type { ColumnSet } from '../lists/column-set.ts';
import type { GridLayout } from '../lists/grid-layout.ts';
import gridColumns from './step-grid.module.css';

/** How wide a column is where columns were chosen; their usual order. */
const tracks = {
  kind: 'minmax(8.5rem, 1fr)',
  state: '13.5rem',
  amount: '6.5rem',
  order: 'minmax(7rem, 1fr)',
  at: '9.5rem',
  by: 'minmax(8rem, 1fr)',
  code: '6.5rem',
  xid: '19rem',
  payId: '19rem',
  transId: 'minmax(10rem, 1fr)',
  connection: 'minmax(8rem, 0.6fr)',
} as const;
export type StepColumn = keyof typeof tracks;

const usualStepColumns = ['kind', 'state', 'amount', 'order', 'at', 'by', 'code', 'xid'] as const;

/** The columns of the list of steps. */
export const stepColumns: ColumnSet<StepColumn> = {
  names: Object.keys(tracks) as StepColumn[],
  usual: usualStepColumns,
};

const cell = (column: string) => gridColumns[column];

/** The usual columns leave out what a narrow grid has no room for; chosen ones are all there. */
export function stepLayoutOf(chosen: readonly StepColumn[] | null): GridLayout {
  if (chosen === null) return { row: gridColumns.columns, cell };
  const style = { gridTemplateColumns: chosen.map((name) => tracks[name]).join(' ') };
  return { row: gridColumns.chosen, cell, style };
}
