import { type ExportColumn, type ExportFormat, exportColumnFacts } from 'paygate-payments';

const CSV_BYTES = { word: 12, amount: 8, instant: 20 } as const;
/** A sheet is compressed; this share of the plain text is left. */
const LEFT_IN_SHEET = 0.4;
const EMPTY_FILE = 3000;

/** About how large a file will be: what a person needs to know whether to start it. */
export function estimateBytes(
  rows: number,
  columns: readonly ExportColumn[],
  format: ExportFormat,
): number {
  const perRow = columns.reduce((sum, column) => {
    const { kind, width } = exportColumnFacts[column];
    return sum + 1 + (kind === 'text' ? Math.ceil(width * 0.8) + 2 : CSV_BYTES[kind]);
  }, 1);
  return EMPTY_FILE + Math.round(rows * perRow * (format === 'xlsx' ? LEFT_IN_SHEET : 1));
}
