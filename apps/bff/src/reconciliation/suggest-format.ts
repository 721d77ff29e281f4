import type { TableRow } from '../tables/read-table.ts';
import { type StatementField, type StatementFormat, statementFields } from './statement-format.ts';

/** Headings seen in such files, without anything but their letters. The first field that fits wins. */
const words: Readonly<Record<StatementField, readonly string[]>> = {
  payId: ['payid', 'paymentid'],
  xid: ['xid'],
  transId: ['transid', 'merchantreference', 'handlerreferenz', 'handlertransaktionsid'],
  refNr: ['refnr', 'reference', 'referenz', 'bestellung', 'order', 'ordernumber', 'bestellnummer'],
  merchantId: ['merchantid', 'mid'],
  date: ['date', 'datum', 'transactiondate', 'transaktionsdatum', 'valuta', 'bookingdate'],
  currency: ['currency', 'wahrung', 'monnaie', 'valutaiso', 'waehrung'],
  kind: ['type', 'typ', 'kind', 'art', 'transactiontype', 'transaktionstyp'],
  amount: [
    'amount',
    'betrag',
    'gross',
    'brutto',
    'grossamount',
    'amountcapture',
    'montant',
    'importo',
    'umsatz',
  ],
  refund: ['amountcredit', 'refund', 'gutschrift', 'amountrefund'],
  fee: [
    'fee',
    'fees',
    'gebuhr',
    'gebuhren',
    'gebuehr',
    'kommission',
    'commission',
    'fixedfee',
    'frais',
  ],
  net: ['net', 'netto', 'netamount', 'nettobetrag', 'auszahlung', 'payout'],
};
/** A column that says what kind of record a row is has few different words, and short ones. */
const MOST_KINDS = 8;
const LONGEST_KIND = 12;
/** What a table calls the row that sums it up; it stands in the last one. */
const TOTAL = /^(total|totale|totaux|summe|gesamt|gesamtsumme|gesamtbetrag|sum|somme|somma)\b/i;
const LONGEST_TOTAL = 40;

/** What a file looks like; a proposal for the person who knows it. */
export function suggestFormat(rows: readonly TableRow[]): StatementFormat {
  const headingAt = rows.slice(0, 20).findIndex(({ cells }) => namedOf(cells).size >= 2);
  const headings = headingAt >= 0;
  const heading = headings ? (rows[headingAt]?.cells ?? []) : [];
  const named = namedOf(heading);
  const columns: StatementFormat['columns'] = Object.fromEntries(
    [...named].map(([field, at]) => [field, heading[at] ?? '']),
  );
  const total = headings ? suggestTotal(rows.slice(headingAt + 1), heading) : null;
  return {
    encoding: null,
    separator: null,
    headings,
    skipRows: headings ? headingAt : 0,
    decimal: null,
    dayOrder: null,
    record: headings ? total : suggestRecord(rows),
    columns,
    totals: total === null ? {} : sumsOf(columns),
  };
}

function namedOf(cells: readonly string[]): Map<StatementField, number> {
  const plain = cells.map((cell) =>
    cell
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z]/g, ''),
  );
  const found = new Map<StatementField, number>();
  for (const field of statementFields) {
    const at = plain.findIndex((text) => words[field].includes(text));
    if (at >= 0) found.set(field, at);
  }
  return found;
}

/** The last row, if it calls itself the total where the others name something else. */
function suggestTotal(
  rows: readonly TableRow[],
  heading: readonly string[],
): StatementFormat['record'] {
  const cells = rows.at(-1)?.cells ?? [];
  const at = cells.findIndex((cell) => cell !== '');
  const total = cells[at] ?? '';
  const column = heading[at] ?? '';
  if (rows.length < 2 || column === '' || !TOTAL.test(total) || total.length > LONGEST_TOTAL) {
    return null;
  }
  return { column, detail: '', total };
}

/** A row of totals states them in the columns of what it sums up. */
function sumsOf({ amount, fee, net }: StatementFormat['columns']): StatementFormat['totals'] {
  const sums = { amount, fee, net };
  return Object.fromEntries(Object.entries(sums).filter(([, ref]) => ref !== undefined));
}

/** The first column, if it tells kinds of records apart: one first, one last, and many of one kind. */
function suggestRecord(rows: readonly TableRow[]): StatementFormat['record'] {
  const kinds = rows.map(({ cells }) => cells[0] ?? '');
  const counts = Map.groupBy(kinds, (kind) => kind);
  const [detail] = [...counts].sort(([, one], [, other]) => other.length - one.length)[0] ?? [];
  const total = kinds.at(-1);
  const fits = counts.size > 1 && counts.size <= MOST_KINDS && kinds[0] !== detail;
  if (!fits || detail === undefined || total === undefined || total === detail) return null;
  if (kinds.some((kind) => kind.length > LONGEST_KIND)) return null;
  return { column: '1', detail, total };
}
