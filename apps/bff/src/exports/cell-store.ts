import { sql as fragment, type RawBuilder } from 'kysely';
import { type ExportColumn, exportColumnFacts } from 'paygate-payments';
import type { ExportWords } from './export-words.ts';
import { FORMULA_START, neutralize } from './neutralize.ts';
import type { SummedAmount } from './summed-amounts.ts';

/** How cells are written: for a CSV file, or as raw values for a sheet. */
export type CellStyle =
  | {
      readonly kind: 'csv';
      readonly separator: ';' | ',';
      readonly decimalMark: '.' | ',';
      readonly dates: 'swiss' | 'iso';
    }
  | { readonly kind: 'sheet' };

/** Stands for a line break within a cell until rows and breaks have been told apart. */
export const BREAK_IN_CELL = '\u0001';

/** What each column shows, as SQL over `payments`; amounts in minor units. */
const sources: Readonly<Record<ExportColumn, string>> = {
  refNr: 'ref_nr',
  transId: 'trans_id',
  payId: 'pay_id',
  orderDesc: 'order_desc',
  status: 'status',
  captureBy: 'capture_by',
  refundUntil: 'refund_until',
  currency: 'currency',
  requested: 'requested_amount',
  authorized: 'authorized',
  captured: 'captured',
  refunded: 'refunded',
  reversed: 'reversed',
  closed: 'closed',
  remaining: 'greatest(0, authorized - captured - reversed - closed)',
  refundable: 'greatest(0, captured - refunded - credit_in_doubt)',
  createdAt: 'created_at',
  authorizedAt: 'authorized_at',
  checkedAt: 'checked_at',
  connection: 'connection_id',
  source: 'source',
  notes: `(SELECT string_agg(notes.text, E'\\n' ORDER BY notes.created_at, notes.id) FROM notes
    WHERE notes.merchant_id = payments.merchant_id AND notes.payment_id = payments.id)`,
  id: 'id::text',
};

/** Amount in minor units, for sums and cells alike. */
export const amountExpression = (column: SummedAmount): string => sources[column];

export type CellSetting = {
  readonly style: CellStyle;
  readonly words: ExportWords;
  readonly connections: readonly { readonly id: string; readonly label: string }[];
};

/** One column of the file as a text, or null where the cell is empty. The session's zone is Zurich. */
export function cellExpression(
  column: ExportColumn,
  { connections, style, words }: CellSetting,
): RawBuilder<unknown> {
  const labels = Object.fromEntries(connections.map(({ id, label }) => [id, label]));
  const value = sources[column];
  switch (exportColumnFacts[column].kind) {
    case 'amount':
      return amountCell(value, style);
    case 'instant':
      return instantCell(value, style);
    case 'word':
      if (column === 'currency') return fragment.raw(value);
      return oneOf(value, column === 'status' ? words.statuses : words.sources, style);
    case 'text':
      return column === 'connection' ? oneOf(value, labels, style) : textCell(value, style);
  }
}

function oneOf(
  column: string,
  words: Readonly<Record<string, string>>,
  style: CellStyle,
): RawBuilder<unknown> {
  const entries = Object.entries(words);
  if (entries.length === 0) return fragment`NULL`;
  const safe = (text: string) => (style.kind === 'csv' ? neutralize(text) : text);
  const branches = entries.map(([value, word]) => fragment`WHEN ${value} THEN ${safe(word)}`);
  return fragment`CASE ${fragment.raw(column)} ${fragment.join(branches, fragment` `)} END`;
}

function amountCell(minor: string, style: CellStyle): RawBuilder<unknown> {
  // A whole number times 0.01 has exactly two digits behind the mark.
  const plain = fragment.raw(`((${minor}) * 0.01)::text`);
  if (style.kind === 'csv' && style.decimalMark === ',')
    return fragment`replace(${plain}, '.', ',')`;
  return plain;
}

function instantCell(column: string, style: CellStyle): RawBuilder<unknown> {
  if (style.kind === 'sheet') {
    // A sheet counts days of the wall clock since the end of 1899.
    return fragment.raw(
      `(extract(epoch FROM ${column} AT TIME ZONE 'Europe/Zurich')::float8 / 86400 + 25569)::text`,
    );
  }
  const pattern =
    style.dates === 'swiss' ? 'DD.MM.YYYY HH24:MI:SS' : 'YYYY-MM-DD"T"HH24:MI:SS.MSTZH:TZM';
  return fragment`to_char(${fragment.raw(column)}, ${pattern})`;
}

function textCell(text: string, style: CellStyle): RawBuilder<unknown> {
  const plain = fragment.raw(text);
  if (style.kind === 'sheet') return plain;
  // The mark that stands for a break cannot be in a text as well.
  const written = fragment`translate(${plain}, chr(10) || ${BREAK_IN_CELL}, ${BREAK_IN_CELL})`;
  return fragment`CASE
    WHEN ascii(${plain}) BETWEEN 48 AND 57 OR ascii(${plain}) BETWEEN 65 AND 90
      OR ascii(${plain}) BETWEEN 97 AND 122 THEN ${written}
    WHEN ${plain} ~ ${FORMULA_START} THEN '''' || ${written}
    ELSE ${written} END`;
}
