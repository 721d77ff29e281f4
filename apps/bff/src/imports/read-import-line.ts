import { foreignTransId, payId as payIdRule, receivedTransId } from 'paygate-core/fields';
import { readMoment } from '../tables/read-moment.ts';
import type { TableRow } from '../tables/read-table.ts';
import type { ImportLine } from './import.ts';

export type ImportField = 'payId' | 'transId' | 'merchantId' | 'date';

type Cells = Readonly<Partial<Record<ImportField, string>>>;
type Problem = { readonly field: ImportField | 'line'; readonly problem: string };

const LONGEST_RAW = 500;
/** TWINT began in 2014. */
const EARLIEST = Date.UTC(2014, 0, 1);

/** Reads one line; never throws. What is wrong with it is named with its field. */
export function readLine(
  row: TableRow,
  headings: readonly (ImportField | null)[] | null,
  {
    gatewayMerchantId,
    fallback,
    now,
  }: {
    readonly gatewayMerchantId: string;
    readonly fallback: number | null;
    readonly now: number;
  },
): ImportLine {
  const cells = headings === null ? sortOut(row.cells) : byHeadings(row.cells, headings);
  const base = {
    line: row.line,
    raw: row.raw.slice(0, LONGEST_RAW),
    payId: null,
    transId: null,
    authorizedAt: null,
    field: null,
    problem: null,
    paymentId: null,
  };
  if (cells === null) return { ...base, state: 'malformed', field: 'line', problem: 'cells' };
  const { merchantId } = cells;
  if (merchantId !== undefined && merchantId !== gatewayMerchantId) {
    return { ...base, state: 'foreign', field: 'merchantId', problem: 'other-merchant' };
  }
  const read = { authorizedAt: readDate(cells.date, fallback, now), ids: readIds(cells) };
  for (const part of Object.values(read)) {
    if (part !== null && typeof part === 'object' && 'problem' in part) {
      return { ...base, state: 'malformed', ...part };
    }
  }
  const { payId = null, transId = null } = cells;
  return {
    ...base,
    payId,
    transId,
    authorizedAt: read.authorizedAt as number | null,
    state: 'waiting',
  };
}

function byHeadings(cells: readonly string[], headings: readonly (ImportField | null)[]): Cells {
  const named: Partial<Record<ImportField, string>> = {};
  for (const [at, heading] of headings.entries()) {
    const cell = cells[at] ?? '';
    if (heading !== null && cell !== '') named[heading] = cell;
  }
  return named;
}

/** Without headings each cell is known by its looks; null where two cells look the same. */
function sortOut(cells: readonly string[]): Cells | null {
  const found: Partial<Record<ImportField, string>> = {};
  for (const cell of cells) {
    if (cell === '') continue;
    const looks = payIdRule.safeParse(cell).success
      ? 'payId'
      : /\d[-./]\d/.test(cell) && readMoment(cell) !== 'date'
        ? 'date'
        : 'transId';
    if (found[looks] !== undefined) return null;
    found[looks] = cell;
  }
  return found;
}

function readIds({ payId, transId }: Cells): Problem | null {
  if (payId === undefined && transId === undefined) return { field: 'line', problem: 'no-id' };
  if (payId !== undefined && !payIdRule.safeParse(payId).success) {
    return { field: 'payId', problem: 'pay-id' };
  }
  // Alone, a TransID goes out without a MAC that would tell where it ends.
  const rule = payId === undefined ? foreignTransId : receivedTransId;
  if (transId !== undefined && !rule.safeParse(transId).success) {
    return { field: 'transId', problem: 'trans-id' };
  }
  return null;
}

function readDate(
  text: string | undefined,
  fallback: number | null,
  now: number,
): number | null | Problem {
  if (text === undefined) return fallback;
  const moment = readMoment(text);
  if (typeof moment === 'string') return { field: 'date', problem: moment };
  if (moment.at > now) return { field: 'date', problem: 'date-future' };
  return moment.at < EARLIEST ? { field: 'date', problem: 'date-too-old' } : moment.at;
}
