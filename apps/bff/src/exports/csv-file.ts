import { createHash } from 'node:crypto';
import type { ExportColumn } from 'paygate-payments';
import { BREAK_IN_CELL } from './cell-store.ts';
import type { CsvPreset } from './export-format.ts';
import type { ExportWords } from './export-words.ts';
import { type FileFacts, factLines } from './file-facts.ts';
import { neutralize } from './neutralize.ts';
import { plainAmount } from './show.ts';

export type FileSetting = {
  readonly columns: readonly ExportColumn[];
  readonly words: ExportWords;
  readonly facts: FileFacts;
  /** The rows as the database writes them. */
  readonly rows: AsyncIterable<Buffer>;
  /** Told how many more rows went into the file. */
  readonly onRows: (count: number) => void;
};

/**
 * The bytes of a CSV file: heading, rows, each ended by CR LF. For Excel an empty line and the facts
 * of the file follow, among them the SHA-256 of all that stands above that line; a file for programs
 * holds nothing but rows.
 */
export async function* writeCsv(preset: CsvPreset, setting: FileSetting): AsyncGenerator<Buffer> {
  const { columns, facts, rows, words, onRows } = setting;
  const digest = createHash('sha256');
  const heading = line(
    preset,
    columns.map((column) => words.columns[column]),
  );
  const head = Buffer.from(`${preset.bom ? '\ufeff' : ''}${heading}`);
  digest.update(head);
  yield head;
  for await (const piece of rows) {
    const bytes = endLines(piece, onRows);
    digest.update(bytes);
    yield bytes;
  }
  if (preset.foot) yield foot(preset, words, facts, digest.digest('hex'));
}

/** The database ends rows by LF alone and has no such byte within a cell. Works on bytes, any UTF-8. */
function endLines(piece: Buffer, onRows: (count: number) => void): Buffer {
  const text = piece.toString('latin1');
  const ended = text.replaceAll('\n', '\r\n');
  onRows(ended.length - text.length);
  return Buffer.from(ended.replaceAll(BREAK_IN_CELL, '\n'), 'latin1');
}

function foot(preset: CsvPreset, words: ExportWords, facts: FileFacts, digest: string): Buffer {
  const lines = factLines(facts, words).map(([label, value]) =>
    line(preset, [
      label,
      typeof value === 'object' ? plainAmount(value.minor, preset.decimalMark) : String(value),
    ]),
  );
  return Buffer.from(`\r\n${lines.join('')}${line(preset, [words.facts.digest, digest])}`);
}

function line({ separator }: CsvPreset, cells: readonly string[]): string {
  const written = cells.map((cell) => {
    const safe = neutralize(cell);
    return /[";,\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${written.join(separator)}\r\n`;
}
