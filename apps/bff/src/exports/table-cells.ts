import type { CsvPreset } from './export-format.ts';
import { neutralize } from './neutralize.ts';
import { plainAmount, showInstant } from './show.ts';
import { cellStyle, numberCell, textCell } from './xlsx-cells.ts';

/** A text, an amount in minor units, a number of things, or an instant in ms UTC. */
export type TableCell =
  | { readonly text: string }
  | { readonly minor: number }
  | { readonly count: number }
  | { readonly at: number };

/** A cell of a CSV file; a text that looks like a formula stays a text, a negative amount a number. */
export function csvCell(cell: TableCell, preset: CsvPreset): string {
  if ('minor' in cell) return plainAmount(cell.minor, preset.decimalMark);
  if ('count' in cell) return String(cell.count);
  if ('at' in cell) return preset.dates === 'swiss' ? showInstant(cell.at) : isoSwiss(cell.at);
  const safe = neutralize(cell.text);
  return /[";,\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A cell of a sheet: numbers as numbers, instants as dates of the Swiss wall clock. */
export function sheetCell(cell: TableCell): string {
  if ('minor' in cell) return numberCell(plainAmount(cell.minor), cellStyle.amount);
  if ('count' in cell) return numberCell(cell.count, cellStyle.count);
  if ('at' in cell) {
    // A sheet counts days since the end of 1899.
    return numberCell(wallClock(cell.at) / 86_400_000 + 25_569, cellStyle.instant);
  }
  return textCell(cell.text);
}

/** `2026-11-21T09:12:05.000+01:00` */
function isoSwiss(at: number): string {
  const local = wallClock(at);
  const ahead = Math.round((local - at) / 60_000);
  const two = (value: number) => String(value).padStart(2, '0');
  const offset = `+${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
  return `${new Date(local).toISOString().slice(0, -1)}${offset}`;
}

/** What the Swiss wall clock shows, as if it were UTC; to the second. */
function wallClock(at: number): number {
  const [date = '', time = ''] = showInstant(at).split(' ');
  return Date.parse(`${date.split('.').reverse().join('-')}T${time}Z`);
}
