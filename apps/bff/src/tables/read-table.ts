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

type Told = {
  readonly record: string[];
  readonly info: { readonly lines: number };
  readonly raw: string;
};

/** Reads a table in text form without blocking others for long; nothing of it where it is broken. */
export async function readTable(
  text: string,
  { separator = detectSeparator(text), most }: { separator?: Separator; readonly most: number },
): Promise<ReadTable> {
  const rows: TableRow[] = [];
  // Within quotes the parser counts a CR and its LF as two lines.
  const parser = parse(text.replace(/\r\n?/g, '\n'), {
    bom: true,
    delimiter: separator,
    info: true,
    max_record_size: LONGEST_ROW,
    raw: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  });
  try {
    for await (const told of parser as AsyncIterable<Told>) {
      if (told.record.every((cell) => cell === '')) continue;
      if (rows.length === most) return { ok: false, problem: 'too-many-rows', line: most };
      rows.push({ line: told.info.lines, cells: told.record, raw: told.raw.trimEnd() });
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
