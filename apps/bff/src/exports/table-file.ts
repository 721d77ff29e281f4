import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { ExportFormat } from 'paygate-payments';
import { ZipFile } from 'yazl';
import { fill } from './describe-scope.ts';
import { csvPresets } from './export-format.ts';
import type { ExportWords } from './export-words.ts';
import type { FactLine } from './file-facts.ts';
import { csvCell, sheetCell, type TableCell } from './table-cells.ts';
import { cellStyle, textCell } from './xlsx-cells.ts';
import { sheetPart, workbookParts } from './xlsx-parts.ts';
import { factSheet } from './xlsx-sheet.ts';

/** A table small enough to be held whole. `name` is that of its sheet. */
export type FileTable = {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
};
type Setting = {
  readonly format: ExportFormat;
  /** A CSV file holds the first alone; a workbook has a sheet for each. */
  readonly tables: readonly [FileTable, ...FileTable[]];
  /** What the file says about itself; left out where a program reads it. */
  readonly facts: readonly FactLine[];
  readonly words: ExportWords;
};

/** The bytes of a file of whole tables. The same tables and facts give the same bytes. */
export async function writeTables(setting: Setting, at: number): Promise<Buffer> {
  return setting.format === 'xlsx' ? writeWorkbook(setting, at) : writeCsv(setting);
}

function writeCsv({ facts, format, tables: [table], words }: Setting): Buffer {
  const preset = csvPresets[format === 'xlsx' ? 'csv-rfc4180' : format];
  const line = (cells: readonly TableCell[]) =>
    `${cells.map((cell) => csvCell(cell, preset)).join(preset.separator)}\r\n`;
  const texts = (cells: readonly string[]) => cells.map((text) => ({ text }));
  const body = `${preset.bom ? '\ufeff' : ''}${line(texts(table.headings))}${table.rows.map(line).join('')}`;
  if (!preset.foot) return Buffer.from(body);
  const digest = createHash('sha256').update(body).digest('hex');
  const foot = facts.map(([label, value]) => line([{ text: label }, cellOf(value)]));
  return Buffer.from(`${body}\r\n${foot.join('')}${line(texts([words.facts.digest, digest]))}`);
}

async function writeWorkbook(setting: Setting, at: number): Promise<Buffer> {
  const { facts, tables, words } = setting;
  const zip = new ZipFile();
  const options = { mtime: new Date(at), mode: 0o100644 };
  const add = (part: string, xml: string) => zip.addBuffer(Buffer.from(xml), part, options);
  const names = [...tables.map(({ name }) => name), words.aboutSheet];
  for (const [part, xml] of Object.entries(workbookParts(names))) add(part, xml);
  const digests = tables.map((table, place) => {
    const part = sheetPart(place + 1);
    const xml = sheetOf(table);
    add(part, xml);
    const digest = createHash('sha256').update(xml).digest('hex');
    return row([heading(fill(words.facts.sheetDigest, { part })), textCell(digest)]);
  });
  const lines = facts.map(([label, value]) => row([heading(label), sheetCell(cellOf(value))]));
  add(
    sheetPart(names.length),
    factSheet([row([heading(words.facts.title)]), ...lines, ...digests]),
  );
  zip.end();
  return buffer(zip.outputStream);
}

function sheetOf({ headings, rows }: FileTable): string {
  const columns = headings.map(
    (_, at) => `<col min="${at + 1}" max="${at + 1}" width="20" customWidth="1"/>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" ' +
    'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${columns.join('')}</cols><sheetData>${row(headings.map(heading))}` +
    `${rows.map((cells) => row(cells.map(sheetCell))).join('')}</sheetData></worksheet>`
  );
}

const row = (cells: readonly string[]): string => `<row>${cells.join('')}</row>`;
const heading = (text: string): string => textCell(text, cellStyle.heading);

function cellOf(value: FactLine[1]): TableCell {
  if (typeof value === 'string') return { text: value };
  return typeof value === 'number' ? { count: value } : value;
}
