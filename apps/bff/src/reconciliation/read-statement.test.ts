import { expect, test } from 'vitest';
import { readTable } from '../tables/read-table.ts';
import { detectDecimal } from './detect-decimal.ts';
import { formatProblem, readStatement } from './read-statement.ts';
import type { StatementFormat } from './statement-format.ts';
import { suggestFormat } from './suggest-format.ts';
import { recordFormat } from './testing.ts';

async function rowsOf(text: string) {
  const table = await readTable(text, { most: 1000 });
  if (!table.ok) throw new Error(table.problem);
  return table.rows;
}
const read = async (text: string, format: StatementFormat) =>
  readStatement(await rowsOf(text), format, ['desk_demo']);

test('a statement with headings is read as it looks', async () => {
  const text =
    'TWINT;;;;\nDatum;Typ;Händler-Referenz;Bestellung;Betrag;Gebühr;Währung\n' +
    '02.11.2026 14:05;Zahlung;web-1;A-1;1’234.50;16.05;CHF\n' +
    '02.11.2026;Gutschrift;web-2;A-2;20.00;0.00;CHF\n';
  const rows = await rowsOf(text);
  const looks = suggestFormat(rows);
  const format = { ...looks, decimal: detectDecimal(rows, looks) };
  expect(format).toMatchObject({
    headings: true,
    skipRows: 1,
    decimal: '.',
    record: null,
    columns: { date: 'Datum', kind: 'Typ', refNr: 'Bestellung', amount: 'Betrag', fee: 'Gebühr' },
  });
  expect(formatProblem(rows, format)).toBeNull();
  expect(readStatement(rows, format, []).lines).toMatchObject([
    { line: 3, kind: 'payment', refNr: 'A-1', amount: 1234_50, fee: 16_05 },
    { line: 4, kind: 'refund', refNr: 'A-2', amount: -20_00, fee: 0 },
  ]);
});

test('records are told apart, others are skipped, and the total is what the file states', async () => {
  const text =
    'H,desk,20261102\nD,p1,,,2026-11-02,10.00,0.13,CHF\nX,new\nX,new2\nD,p2,,,1970-01-01 01:00:00,0,0.12,CHF\nT,2,10.00\n';
  expect(suggestFormat(await rowsOf(text)).record).toEqual({
    column: '1',
    detail: 'D',
    total: 'T',
  });
  expect(await read(text, recordFormat)).toMatchObject({
    problems: [],
    lines: [
      { line: 2, kind: 'payment', payId: 'p1', amount: 10_00, fee: 13 },
      { line: 5, kind: 'failed', payId: 'p2', amount: 0, fee: 12, at: 0 },
    ],
    stated: { count: 2, amount: 10_00, fee: null, net: null },
    skipped: [
      { kind: 'H', count: 1 },
      { kind: 'X', count: 2 },
    ],
  });
});

test('every line that cannot be read is named with its field', async () => {
  const details = [
    'D,p1,,,2026-11-02,10.00,,CHF',
    'D,p2,,,31.02.2026,10.00,,CHF',
    'D,p3,,,03/04/2026,10.00,,CHF',
    'D,p4,,,2026-11-02,"10,00",,CHF',
    'D,p5,,,2026-11-02,10.00,x,CHF',
    'D,p6,,,2026-11-02,10.00,,EUR',
    'D,p7,,,2026-11-02,,,CHF',
    'D,,,,2026-11-02,10.00,,CHF',
    'D,p8,,,1970-01-01,5.00,,CHF',
    'T,8,many',
    'T,8,1',
  ];
  const { lines, problems } = await read(details.join('\n'), recordFormat);
  expect(lines).toHaveLength(1);
  expect(problems.map(({ line, field, problem }) => [line, field, problem])).toEqual([
    [2, 'date', 'date'],
    [3, 'date', 'date-ambiguous'],
    [4, 'amount', 'amount'],
    [5, 'fee', 'amount'],
    [6, 'currency', 'currency'],
    [7, 'amount', 'missing'],
    [8, 'line', 'no-name'],
    [9, 'date', 'date-too-old'],
    [10, 'amount', 'amount'],
    [11, 'record', 'second-total'],
  ]);
});

test('a file whose total does not come may be cut off; without a word for it there is none', async () => {
  const cut = 'H,desk\nD,p1,,,2026-11-02,10.00,,CHF\n';
  expect((await read(cut, recordFormat)).problems).toEqual([
    { line: 2, field: 'record', problem: 'no-total', raw: 'D,p1,,,2026-11-02,10.00,,CHF' },
  ]);
  const record = { column: '1', detail: 'D', total: '' };
  expect((await read(cut, { ...recordFormat, record })).problems).toEqual([]);
});

test('a line that stands there twice is two lines: what it says may have happened twice', async () => {
  const twice = 'D,p1,,,2026-11-02,10.00,,CHF\n'.repeat(2);
  const { lines, problems } = await read(`${twice}T,2,20.00\n`, recordFormat);
  expect([lines.length, problems]).toEqual([2, []]);
});

test.each(['Summe', 'Total CHF', 'Totale'])(
  'the last row is the total where it says so: %s',
  async (total) => {
    const text =
      'TransID;Datum;Typ;Betrag;Gebühr;Netto\n' +
      'web-1;02.11.2026;Zahlung;10,00;0,13;9,87\n' +
      'web-2;02.11.2026;Gutschrift;5,00;0,00;-5,00\n' +
      `${total};;;5,00;-0,13;4,87\n`;
    const rows = await rowsOf(text);
    const looks = suggestFormat(rows);
    const format = { ...looks, decimal: detectDecimal(rows, looks) };
    expect(format).toMatchObject({
      decimal: ',',
      record: { column: 'TransID', detail: '', total },
      totals: { amount: 'Betrag', fee: 'Gebühr', net: 'Netto' },
    });
    expect(readStatement(rows, format, [])).toMatchObject({
      problems: [],
      lines: [{ amount: 10_00 }, { amount: -5_00 }],
      stated: { count: null, amount: 5_00, fee: 13, net: 4_87 },
    });
  },
);

test('a file of headings alone has nothing to compare, whatever its decimal mark', async () => {
  const rows = await rowsOf('PayID;Betrag\n');
  expect(formatProblem(rows, suggestFormat(rows))).toEqual({
    field: 'line',
    problem: 'no-details',
  });
});

test('another merchant’s line is named', async () => {
  const format = { ...recordFormat, columns: { ...recordFormat.columns, merchantId: '9' } };
  const { problems } = await read('D,p1,,,2026-11-02,1.00,,CHF,desk_other\nT,1,1.00\n', format);
  expect(problems).toMatchObject([{ line: 1, field: 'merchantId', problem: 'other-merchant' }]);
});

test('without a gross amount it is what the net and the fee make', async () => {
  const { amount: _, ...columns } = recordFormat.columns;
  const format = { ...recordFormat, columns: { ...columns, net: '6' } };
  const { lines } = await read('D,p1,,,2026-11-02,9.87,0.13,CHF\n', format);
  expect(lines).toMatchObject([{ amount: 10_00, fee: 13 }]);
});

test.each([
  [{ columns: { amount: '6' } }, 'columns', 'no-name-column'],
  [{ columns: { payId: '2' } }, 'columns', 'no-amount-column'],
  [{ columns: { payId: '2', amount: '60' } }, 'columns.amount', 'column-missing'],
  [{ decimal: null }, 'decimal', 'decimal-ambiguous'],
])('the format %# cannot read the file, and says why', async (over, field, problem) => {
  const rows = await rowsOf('D,p1,,,2026-11-02,1.234,,CHF\n');
  expect(formatProblem(rows, { ...recordFormat, ...over })).toEqual({ field, problem });
});

test('amounts that can be read in two ways are left to a person', async () => {
  const decimalOf = async (text: string) => {
    const rows = await rowsOf(text);
    return detectDecimal(rows, suggestFormat(rows));
  };
  expect(await decimalOf('PayID;Betrag\na;1.234\nb;2.500\n')).toBeNull();
  expect(await decimalOf('PayID;Betrag\na;1,50\nb;2.50\n')).toBeNull();
  expect(await decimalOf('PayID;Betrag\na;1.50\nb;2,500.00\n')).toBe('.');
});
