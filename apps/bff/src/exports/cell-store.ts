import { sql as fragment, type RawBuilder } from 'kysely';
import { columnFacts, type ExportColumn } from './export-columns.ts';
import type { ExportWords } from './export-words.ts';
import { FORMULA_START, neutralize } from './neutralize.ts';

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

/** An amount in minor units. */
const amounts: Readonly<Record<string, string>> = {
  requested: 'requested_amount',
  authorized: 'authorized',
  captured: 'captured',
  refunded: 'refunded',
  reversed: 'reversed',
  closed: 'closed',
  remaining: 'greatest(0, authorized - captured - reversed - closed)',
  refundable: 'greatest(0, captured - refunded - credit_in_doubt)',
};

const instants: Readonly<Record<string, string>> = {
  createdAt: 'created_at',
  authorizedAt: 'authorized_at',
  captureBy: 'capture_by',
  refundUntil: 'refund_until',
  checkedAt: 'checked_at',
};

const texts: Readonly<Record<string, string>> = {
  refNr: 'ref_nr',
  payId: 'pay_id',
  transId: 'trans_id',
  orderDesc: 'order_desc',
  id: 'id::text',
  notes: `(SELECT string_agg(notes.text, E'\\n' ORDER BY notes.created_at, notes.id) FROM notes
    WHERE notes.merchant_id = payments.merchant_id AND notes.payment_id = payments.id)`,
};

/** Amount in minor units, for sums and cells alike. */
export const amountExpression = (column: string): string => amounts[column] ?? 'NULL';

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
  switch (columnFacts[column].kind) {
    case 'amount':
      return amountCell(amountExpression(column), style);
    case 'instant':
      return instantCell(instants[column] ?? 'NULL', style);
    case 'word':
      if (column === 'currency') return fragment.raw('currency');
      return column === 'status'
        ? oneOf('status', words.statuses, style)
        : oneOf('source', words.sources, style);
    case 'text':
      return column === 'connection'
        ? oneOf('connection_id', labels, style)
        : textCell(texts[column] ?? 'NULL', style);
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
