import { readDecimal, type StatedTotals, type StatementLine } from 'paygate-payments';
import type { TableRow } from '../tables/read-table.ts';
import { layOut } from './format-columns.ts';
import { readStatementLine } from './read-statement-line.ts';
import { type LineProblem, type StatementFormat, totalFields } from './statement-format.ts';

export type RawLine = StatementLine & { readonly raw: string };

export type ReadStatement = {
  readonly lines: readonly RawLine[];
  readonly problems: readonly LineProblem[];
  readonly stated: StatedTotals;
  /** Rows of other kinds, by their word. */
  readonly skipped: readonly { readonly kind: string; readonly count: number }[];
};

const NOTHING_STATED: StatedTotals = { count: null, amount: null, fee: null, net: null };
const LONGEST_RAW = 500;

/** What a record is by its word, where a format tells records apart. */
function kindOf(word: string, { detail, total }: NonNullable<StatementFormat['record']>) {
  if (total !== '' && word === total) return 'total';
  return detail === '' || word === detail ? 'detail' : 'other';
}

/** Why a format cannot read a file at all; each names what is missing. */
export function formatProblem(
  rows: readonly TableRow[],
  format: StatementFormat,
): { readonly field: string; readonly problem: string } | null {
  const { columns, decimal, record, totals } = format;
  const { body, find } = layOut(rows, format);
  if (body.length === 0) return { field: 'line', problem: 'no-details' };
  const { payId, xid, transId, refNr, amount, net } = columns;
  if (payId === undefined && xid === undefined && transId === undefined && refNr === undefined) {
    return { field: 'columns', problem: 'no-name-column' };
  }
  if (amount === undefined && net === undefined)
    return { field: 'columns', problem: 'no-amount-column' };
  const ofRecords = record === null ? [] : [['record', record.column], ...Object.entries(totals)];
  for (const [field = '', ref = ''] of [...Object.entries(columns), ...ofRecords]) {
    if (find(ref) === null) return { field: `columns.${field}`, problem: 'column-missing' };
  }
  return decimal === null ? { field: 'decimal', problem: 'decimal-ambiguous' } : null;
}

/**
 * Reads a statement as its format says. A line that cannot be read is a problem with its field, and so
 * is a total that does not come: the file may be cut off. The caller stores all lines or none.
 */
export function readStatement(
  rows: readonly TableRow[],
  format: StatementFormat,
  merchantIds: readonly string[],
): ReadStatement {
  const { body, find } = layOut(rows, format);
  const { record } = format;
  const recordAt = record === null ? null : find(record.column);
  const lines: RawLine[] = [];
  const problems: LineProblem[] = [];
  const skipped = new Map<string, number>();
  let stated: StatedTotals | null = null;

  for (const row of body) {
    const raw = row.raw.slice(0, LONGEST_RAW);
    const fault = (field: LineProblem['field'], problem: string) =>
      problems.push({ line: row.line, field, problem, raw });
    const word = recordAt === null ? '' : (row.cells[recordAt] ?? '');
    const kind = record === null ? 'detail' : kindOf(word, record);
    if (kind === 'total') {
      if (stated === null) stated = readTotals(row, format, find, fault);
      else fault('record', 'second-total');
      continue;
    }
    if (kind === 'other') {
      skipped.set(word, (skipped.get(word) ?? 0) + 1);
      continue;
    }
    const line = readStatementLine(row, format, find, merchantIds);
    if ('problem' in line) fault(line.field, line.problem);
    else lines.push({ ...line, raw });
  }
  const last = body.at(-1);
  if (record !== null && record.total !== '' && stated === null && last !== undefined) {
    const raw = last.raw.slice(0, LONGEST_RAW);
    problems.push({ line: last.line, field: 'record', problem: 'no-total', raw });
  }
  return {
    lines,
    problems,
    stated: stated ?? NOTHING_STATED,
    skipped: [...skipped].map(([kind, count]) => ({ kind, count })),
  };
}

function readTotals(
  { cells }: TableRow,
  { decimal, totals }: StatementFormat,
  find: (ref: string) => number | null,
  fault: (field: LineProblem['field'], problem: string) => void,
): StatedTotals {
  const read = { ...NOTHING_STATED } as { -readonly [name in keyof StatedTotals]: number | null };
  for (const field of totalFields) {
    const ref = totals[field];
    const at = ref === undefined ? null : find(ref);
    if (at === null) continue;
    const text = cells[at] ?? '';
    const value = readDecimal(text, field === 'count' ? 'minor' : (decimal ?? '.'));
    if (value === null) fault(field, text === '' ? 'missing' : 'amount');
    // As with a line's own fee: what is withheld is a cost, whichever sign a file gives it.
    read[field] = field === 'fee' && value !== null ? Math.abs(value) : value;
  }
  return read;
}
