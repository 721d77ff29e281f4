import type { TableRow } from '../tables/read-table.ts';
import type { ImportLine } from './import.ts';
import { type ImportField, readLine } from './read-import-line.ts';

/** Why a list as a whole names no payments. */
export type ListProblem = 'no-id-column' | 'only-headings';

export type ParsedImport =
  | { readonly ok: true; readonly lines: readonly ImportLine[]; readonly undated: number }
  | { readonly ok: false; readonly problem: ListProblem };

const names: Readonly<Record<string, ImportField>> = {
  payid: 'payId',
  paymentid: 'payId',
  transid: 'transId',
  merchantid: 'merchantId',
  mid: 'merchantId',
  date: 'date',
  datum: 'date',
  data: 'date',
  transactiondate: 'date',
  authorized: 'date',
  authorised: 'date',
};
/** More cells than a list without headings can mean. */
const BARE_CELLS = 3;

/**
 * Reads a list of PayIDs and TransIDs, with or without a line of headings. `fallback` (ms UTC) dates
 * lines that name no date; `undated` counts them where there is none. Every line is kept, what is
 * wrong with it beside it: of two lines about the same payment the first one counts.
 */
export function parseImport(
  rows: readonly TableRow[],
  {
    gatewayMerchantId,
    fallback,
    now,
  }: {
    readonly gatewayMerchantId: string;
    readonly fallback: number | null;
    readonly now: number;
  },
): ParsedImport {
  const headings = headingsOf(rows[0]);
  const widest = Math.max(...rows.map(({ cells }) => cells.length));
  if (headings === null && widest > BARE_CELLS) return { ok: false, problem: 'no-id-column' };
  const listed = headings === null ? rows : rows.slice(1);
  if (listed.length === 0) return { ok: false, problem: 'only-headings' };
  const seen = new Map<string, number>();
  let undated = 0;
  const lines = listed.map((row) => {
    const line = readLine(row, headings, { gatewayMerchantId, now, fallback });
    if (line.state !== 'waiting') return line;
    if (line.authorizedAt === null) undated += 1;
    return { ...line, ...repeated(line, seen) };
  });
  return { ok: true, lines, undated };
}

function headingsOf(first: TableRow | undefined): readonly (ImportField | null)[] | null {
  const found = first?.cells.map(
    (cell) => names[cell.toLowerCase().replace(/[^a-z]/g, '')] ?? null,
  );
  return found?.includes('payId') || found?.includes('transId') ? found : null;
}

/** A line about a payment that an earlier line named already; `problem` is that line's number. */
function repeated(
  { line, payId, transId }: ImportLine,
  seen: Map<string, number>,
): Partial<ImportLine> {
  const keys = [
    ...(payId === null ? [] : [`payId ${payId}`]),
    ...(transId === null ? [] : [`transId ${transId}`]),
  ];
  const earlier = keys.map((key) => seen.get(key)).find((found) => found !== undefined);
  if (earlier !== undefined) {
    return { state: 'duplicate', field: 'line', problem: String(earlier) };
  }
  for (const key of keys) seen.set(key, line);
  return {};
}
