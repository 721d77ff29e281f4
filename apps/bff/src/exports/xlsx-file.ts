import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { FileSetting } from './csv-file.ts';
import { fill } from './describe-scope.ts';
import { countRows, factLines } from './file-facts.ts';
import { plainAmount } from './show.ts';
import { cellStyle, numberCell, textCell } from './xlsx-cells.ts';
import { sheetPart, workbookParts } from './xlsx-parts.ts';
import { factSheet, readRows, writeSheet } from './xlsx-sheet.ts';

/** A sheet holds 1,048,576 rows, the heading among them. */
const ROWS_PER_SHEET = 1_048_575;

/** Deflate level: the next one takes half again as long for a tenth less. */
const LEVEL = 1;

/**
 * The bytes of an XLSX workbook: as many sheets of rows as are needed, and a last one with the facts
 * of the file and the SHA-256 of each sheet before it. Written as it goes; the same rows and facts
 * give the same bytes.
 */
export async function* writeXlsx(
  setting: FileSetting,
  rowsPerSheet = ROWS_PER_SHEET,
): AsyncGenerator<Buffer> {
  const { columns, facts, words, onRows } = setting;
  const count = Math.max(1, Math.ceil(countRows(facts) / rowsPerSheet));
  const names = Array.from({ length: count }, (_, at) =>
    count === 1 ? words.sheet : `${words.sheet} ${at + 1}`,
  );
  const zip = new ZipFile();
  const options = { mtime: new Date(facts.asOf), mode: 0o100644, compressionLevel: LEVEL };
  for (const [part, xml] of Object.entries(workbookParts([...names, words.aboutSheet]))) {
    zip.addBuffer(Buffer.from(xml), part, options);
  }
  const rows = readRows(setting.rows, columns, rowsPerSheet);
  const digests: string[] = [];
  const sheet = async function* (): AsyncGenerator<Buffer> {
    const digest = createHash('sha256');
    const counted = countBatches(rows, onRows);
    for await (const bytes of writeSheet(columns, words, counted, rowsPerSheet)) {
      digest.update(bytes);
      yield bytes;
    }
    digests.push(digest.digest('hex'));
  };
  for (const at of names.keys()) {
    zip.addReadStreamLazy(sheetPart(at + 1), options, (give) => give(null, Readable.from(sheet())));
  }
  zip.addReadStreamLazy(sheetPart(count + 1), options, (give) =>
    give(null, Readable.from([Buffer.from(aboutSheet(setting, digests))])),
  );
  zip.end();
  yield* piecesOf(zip);
}

/** What the zip gives; an error of any sheet becomes an error here. */
async function* piecesOf(zip: ZipFile): AsyncGenerator<Buffer> {
  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  for await (const piece of output) yield piece as Buffer;
}

function countBatches(
  rows: AsyncIterator<readonly string[]>,
  onRows: (count: number) => void,
): AsyncIterator<readonly string[]> {
  return {
    next: async () => {
      const batch = await rows.next();
      if (batch.done !== true) onRows(batch.value.length);
      return batch;
    },
  };
}

function aboutSheet({ facts, words }: FileSetting, digests: readonly string[]): string {
  const row = (cells: readonly string[]) => `<row>${cells.join('')}</row>`;
  const label = (text: string) => textCell(text, cellStyle.heading);
  const lines = factLines(facts, words).map(([name, value]) => {
    if (typeof value === 'string') return row([label(name), textCell(value)]);
    return typeof value === 'number'
      ? row([label(name), numberCell(value, cellStyle.count)])
      : row([label(name), numberCell(plainAmount(value.minor), cellStyle.amount)]);
  });
  const hashes = digests.map((digest, at) => {
    const name = fill(words.facts.sheetDigest, { part: sheetPart(at + 1) });
    return row([label(name), textCell(digest)]);
  });
  return factSheet([row([label(words.facts.title)]), ...lines, ...hashes]);
}
