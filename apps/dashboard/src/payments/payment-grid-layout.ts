import type { GridLayout } from '../lists/grid-layout.ts';
import type { ColumnName } from './column-names.ts';
import gridColumns from './grid-columns.module.css';

/** How wide a column is where columns were chosen. */
const tracks: Readonly<Record<ColumnName, string>> = {
  order: 'minmax(7.5rem, 1fr)',
  status: 'var(--status)',
  deadline: 'var(--deadline)',
  authorized: '7rem',
  captured: '6.25rem',
  refunded: '6.25rem',
  reversed: '6.25rem',
  remaining: '6.25rem',
  date: '8.5rem',
  connection: 'minmax(8rem, 0.6fr)',
  transId: 'minmax(10rem, 1fr)',
  payId: '19rem',
  source: '7.5rem',
  action: 'var(--step)',
};
const cell = (column: string) => gridColumns[column];

/** The usual columns leave out what a narrow grid has no room for; chosen ones are all there. */
export function gridLayoutOf(chosen: readonly ColumnName[] | null): GridLayout {
  if (chosen === null) return { row: gridColumns.columns, cell };
  return {
    row: gridColumns.chosen,
    cell,
    style: { gridTemplateColumns: ['1.75rem', ...chosen.map((name) => tracks[name])].join(' ') },
  };
}
