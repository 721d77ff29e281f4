import {
  type ExportColumn,
  exportColumns,
  isPersonalColumn,
  usualExportColumns,
} from 'paygate-payments';
import type { ExportWish } from '../app/export-wish.ts';

/** Free text in which people write names: behind a right of its own. */
export const personalColumns: readonly ExportColumn[] = exportColumns.filter(isPersonalColumn);

/** How many columns name no person. */
export const plainCount = exportColumns.length - personalColumns.length;

/** The columns that the list shows, in its order; where no list was left behind, the usual ones. */
export function shownColumns(wish: ExportWish | undefined): readonly ExportColumn[] {
  return wish?.columns ?? usualExportColumns;
}

/**
 * Every column that names no person, in the order of the dialog and of the file: as the list shows
 * them, then what it does not show.
 */
export function plainColumns(shown: readonly ExportColumn[]): readonly ExportColumn[] {
  return [...new Set([...shown, ...exportColumns])].filter((column) => !isPersonalColumn(column));
}
