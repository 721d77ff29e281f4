import { parse } from 'csv-parse/sync';

const MOST_ROWS = 500;

/** One line of a file of links; `problems` name the column and what is wrong with it. */
export type FileLine = {
  /** As a text editor counts, from 1. */
  readonly line: number;
  readonly raw: string;
  readonly amount: number | null;
  readonly refNr: string | null;
  readonly orderDesc: string;
  readonly problems: readonly { readonly field: string; readonly problem: string }[];
};

export type ParsedFile =
  | { readonly ok: true; readonly lines: readonly FileLine[] }
  | { readonly ok: false; readonly problem: string };

const names: Readonly<Record<string, 'amount' | 'refNr' | 'orderDesc'>> = {
  amount: 'amount',
  betrag: 'amount',
  montant: 'amount',
  importo: 'amount',
  refnr: 'refNr',
  order: 'refNr',
  bestellung: 'refNr',
  referenz: 'refNr',
  commande: 'refNr',
  ordine: 'refNr',
  description: 'orderDesc',
  beschreibung: 'orderDesc',
  descrizione: 'orderDesc',
};
const usual = ['amount', 'refNr', 'orderDesc'] as const;

/**
 * Reads lines of amount, order number and description, separated by comma, semicolon or tab, with or
 * without a line of names. Nothing is guessed: an amount that can be read in two ways is a problem.
 */
export function parseLinkFile(text: string): ParsedFile {
  const delimiter = delimiterOf(text);
  let records: {
    readonly record: string[];
    readonly info: { readonly lines: number };
    readonly raw: string;
  }[];
  try {
    records = parse(text, {
      bom: true,
      delimiter,
      info: true,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as typeof records;
  } catch {
    return { ok: false, problem: 'quotes' };
  }
  const [first] = records;
  if (first === undefined) return { ok: false, problem: 'empty' };
  const named = first.record.map((cell) => names[cell.toLowerCase()]);
  const hasNames = named.some((name) => name !== undefined);
  if (hasNames && !named.includes('amount')) return { ok: false, problem: 'no-amount-column' };
  const columns = hasNames ? named : usual;
  const rows = hasNames ? records.slice(1) : records;
  if (rows.length === 0) return { ok: false, problem: 'empty' };
  if (rows.length > MOST_ROWS) return { ok: false, problem: 'too-many-rows' };
  const seen = new Map<string, number>();
  return {
    ok: true,
    lines: rows.map(({ record, info, raw }) => {
      const cell = (name: string) => record[columns.indexOf(name as never)] ?? '';
      const isWider = record.slice(columns.length).some((value) => value !== '');
      const isSplit = isSplitAmount(record, columns, delimiter);
      const shape = isWider ? 'more-columns' : isSplit ? 'amount-split' : null;
      return readLine({ line: info.lines, raw: raw.trimEnd(), cell, seen, shape });
    }),
  };
}

function readLine({
  line,
  raw,
  cell,
  seen,
  shape,
}: {
  readonly line: number;
  readonly raw: string;
  readonly cell: (name: string) => string;
  readonly seen: Map<string, number>;
  /** What is wrong with the line as a whole: then no cell of it is what it seems. */
  readonly shape: string | null;
}): FileLine {
  if (shape !== null) {
    const problems = [{ field: 'amount', problem: shape }];
    return { line, raw, amount: null, refNr: null, orderDesc: '', problems };
  }
  const problems: { field: string; problem: string }[] = [];
  const amount = readAmount(cell('amount'));
  if (amount === null) problems.push({ field: 'amount', problem: 'amount' });
  const refNr = cell('refNr') === '' ? null : cell('refNr');
  if (refNr !== null && !/^[A-Za-z0-9_-]{1,40}$/.test(refNr)) {
    problems.push({ field: 'refNr', problem: 'ref-nr' });
  }
  if (refNr !== null && seen.has(refNr)) problems.push({ field: 'refNr', problem: 'twice' });
  if (refNr !== null) seen.set(refNr, line);
  const orderDesc = cell('orderDesc') || (refNr ?? '');
  if (orderDesc === '') problems.push({ field: 'orderDesc', problem: 'empty' });
  if (orderDesc.length > 200) problems.push({ field: 'orderDesc', problem: 'too-long' });
  return { line, raw, amount, refNr, orderDesc, problems };
}

/** `59,50,A-1`: between commas, an amount with a decimal comma looks like two cells. */
function isSplitAmount(
  record: readonly string[],
  columns: readonly (string | undefined)[],
  delimiter: string,
): boolean {
  const at = columns.indexOf('amount');
  const [francs = '', next = ''] = record.slice(at, at + 2);
  return delimiter === ',' && /^(?:CHF\s*)?[\d’']+$/i.test(francs) && /^\d{2}$/.test(next);
}

/** `59`, `59.00`, `59,00`, `1’234.50`, `CHF 59.-` in minor units; null for anything else. */
function readAmount(text: string): number | null {
  const plain = text
    .replace(/^CHF\s*/i, '')
    .replace(/[’'\s]/g, '')
    .replace(/\.[-–—]+$/, '');
  const read = /^(\d{1,8})(?:[.,](\d{2}))?$/.exec(plain);
  if (read === null) return null;
  const amount = Number(read[1]) * 100 + Number(read[2] ?? 0);
  return amount > 0 ? amount : null;
}

function delimiterOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1);
  return [';', '\t', ','].find((candidate) => first.includes(candidate)) ?? ',';
}
