import { StringDecoder } from 'node:string_decoder';
import { type ExportColumn, exportColumnFacts } from 'paygate-payments';
import type { ExportWords } from './export-words.ts';
import { cellStyle, cellWriters, MISSING, textCell } from './xlsx-cells.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORKSHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';

/** A heading that stays in sight, then rows until `rows` ends or `most` of them are written. */
export async function* writeSheet(
  columns: readonly ExportColumn[],
  words: ExportWords,
  rows: AsyncIterator<readonly string[]>,
  most: number,
): AsyncGenerator<Buffer> {
  const heading = columns.map((column) => textCell(words.columns[column], cellStyle.heading));
  const widths = columns.map(
    (column, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${exportColumnFacts[column].width}" customWidth="1"/>`,
  );
  yield Buffer.from(
    `${HEAD}${WORKSHEET}<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" ` +
      `activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols>` +
      `<sheetData><row>${heading.join('')}</row>`,
  );
  let left = most;
  while (left > 0) {
    const { done, value } = await rows.next();
    if (done === true) break;
    left -= value.length;
    yield Buffer.from(value.join(''));
  }
  yield Buffer.from('</sheetData></worksheet>');
}

/** A sheet of labels and values. */
export function factSheet(rows: readonly string[]): string {
  return (
    `${HEAD}${WORKSHEET}<cols><col min="1" max="1" width="36" customWidth="1"/>` +
    `<col min="2" max="2" width="80" customWidth="1"/></cols><sheetData>${rows.join('')}</sheetData></worksheet>`
  );
}

/** Rows as XML in batches, never across a border of `perSheet` rows. */
export async function* readRows(
  pieces: AsyncIterable<Buffer>,
  columns: readonly ExportColumn[],
  perSheet: number,
): AsyncGenerator<readonly string[]> {
  const writers = cellWriters(columns);
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let room = perSheet;
  for await (const piece of pieces) {
    const lines = (rest + decoder.write(piece)).split('\n');
    rest = lines.pop() ?? '';
    let batch = lines.map((line) => rowXml(line, writers));
    while (batch.length > 0) {
      const now = batch.slice(0, room);
      batch = batch.slice(now.length);
      room = room === now.length ? perSheet : room - now.length;
      yield now;
    }
  }
}

function rowXml(line: string, writers: readonly ((value: string) => string)[]): string {
  const values = line.split('\t');
  let xml = '<row>';
  for (const [at, write] of writers.entries()) xml += write(values[at] ?? MISSING);
  return `${xml}</row>`;
}
