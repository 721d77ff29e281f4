import { setImmediate } from 'node:timers/promises';
import { type CsvError, parse } from 'csv-parse';

export const separators = [';', ',', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

/** One record of a table; `line` as a text editor counts, from 1, where the record ends. */
export type TableRow = {
  readonly line: number;
  readonly cells: readonly string[];
  readonly raw: string;
};

export type ReadTable =
  | { readonly ok: true; readonly rows: readonly TableRow[]; readonly separator: Separator }
  | {
      readonly ok: false;
      readonly problem: 'empty' | 'quotes' | 'too-many-rows' | 'row-too-long';
      readonly line: number | null;
    };

const LONGEST_ROW = 20_000;
const SAMPLE_LINES = 20;
/** So many lines are read before others have their turn. */
const AT_ONCE = 2_000;

type Told = {
  readonly record: string[];
  readonly info: { readonly lines: number };
  readonly raw: string;
};

/**
 * Reads a table in text form without blocking others for long; nothing of it where it is broken. Most
 * tables quote nothing: they are cut at their separators, several times faster than by the rules of quotes.
 */
export async function readTable(
  text: string,
  { separator = detectSeparator(text), most }: { separator?: Separator; readonly most: number },
): Promise<ReadTable> {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const told = plain.includes('"') ? quotedRows(plain, separator) : plainRows(plain, separator);
  const rows: TableRow[] = [];
  try {
    for await (const row of told) {
      if (row.cells.every((cell) => cell === '')) continue;
      if (rows.length === most) return { ok: false, problem: 'too-many-rows', line: most };
      rows.push(row);
    }
  } catch (error) {
    const { code, lines } = error as CsvError & { readonly lines?: number };
    const problem = code === 'CSV_MAX_RECORD_SIZE' ? 'row-too-long' : 'quotes';
    return { ok: false, problem, line: lines ?? null };
  }
  return rows.length === 0
    ? { ok: false, problem: 'empty', line: null }
    : { ok: true, rows, separator };
}

/** Within quotes the parser counts a CR and its LF as two lines: here is none of the former. */
async function* quotedRows(text: string, separator: Separator): AsyncGenerator<TableRow> {
  const parser = parse(text, {
    delimiter: separator,
    info: true,
    max_record_size: LONGEST_ROW,
    raw: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  });
  for await (const { info, record, raw } of parser as AsyncIterable<Told>) {
    yield { line: info.lines, cells: record, raw: raw.trim() };
  }
}

async function* plainRows(text: string, separator: Separator): AsyncGenerator<TableRow> {
  let line = 0;
  for (let from = 0; from < text.length; ) {
    const found = text.indexOf('\n', from);
    const end = found < 0 ? text.length : found;
    line += 1;
    if (end - from > LONGEST_ROW) {
      throw Object.assign(new Error('row too long'), { code: 'CSV_MAX_RECORD_SIZE', lines: line });
    }
    const whole = text.slice(from, end);
    const cells = whole.split(separator).map((cell) => cell.trim());
    yield { line, cells, raw: whole.trim() };
    from = end + 1;
    if (line % AT_ONCE === 0) await setImmediate();
  }
}

/** The separator that most of the first lines hold, and hold most often; a comma where none does. */
export function detectSeparator(text: string): Separator {
  const lines = text.slice(0, 100_000).split(/\r\n|\r|\n/, SAMPLE_LINES);
  const score = (separator: Separator): number => {
    const counts = lines.map((line) => line.replace(/"[^"]*"/g, '').split(separator).length - 1);
    const used = counts.filter((count) => count > 0);
    return used.length * 1000 + Math.min(...used, 999);
  };
  const [best = ','] = [...separators]
    .filter((separator) => lines.some((line) => line.includes(separator)))
    .sort((one, other) => score(other) - score(one));
  return best;
}
