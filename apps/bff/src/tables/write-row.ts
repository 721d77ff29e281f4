import { neutralize } from '../exports/neutralize.ts';

/** Begins a file that a spreadsheet is to take for UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';

/** One row of a table for spreadsheets, with semicolons; no cell can be taken for a formula. */
export function writeRow(cells: readonly (string | number | null)[]): string {
  const written = cells.map((cell) => {
    const safe = typeof cell === 'number' ? String(cell) : neutralize(cell ?? '');
    return /[";,\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${written.join(';')}\r\n`;
}
