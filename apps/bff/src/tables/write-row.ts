import { neutralize } from '../exports/neutralize.ts';
import { plainAmount } from '../exports/show.ts';

/** Begins a file that a spreadsheet is to take for UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';

/** A text, a whole number, or an amount in minor units, which may be negative. */
export type Cell = string | number | { readonly minor: number } | null;

/** One row of a table for spreadsheets, with semicolons; no text in it can be taken for a formula. */
export function writeRow(cells: readonly Cell[]): string {
  const written = cells.map((cell) => {
    if (typeof cell === 'number') return String(cell);
    if (typeof cell === 'object' && cell !== null) return amountOf(cell.minor);
    const safe = neutralize(cell ?? '');
    return /[";,\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${written.join(';')}\r\n`;
}

function amountOf(minor: number): string {
  return minor < 0 ? `-${plainAmount(-minor)}` : plainAmount(minor);
}
