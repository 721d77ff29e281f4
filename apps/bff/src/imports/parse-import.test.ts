import { expect, test } from 'vitest';
import { readTable } from '../tables/read-table.ts';
import { parseImport } from './parse-import.ts';

const A = 'a'.repeat(32);
const B = 'B1'.repeat(16);
const fallback = Date.UTC(2026, 0, 1);

async function parse(text: string, known: number | null = fallback) {
  const table = await readTable(text, { most: 100 });
  if (!table.ok) throw new Error(table.problem);
  const now = Date.UTC(2026, 10, 1);
  return parseImport(table.rows, { gatewayMerchantId: 'desk_demo', fallback: known, now });
}

async function lines(text: string, known?: number | null) {
  const parsed = await parse(text, known);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.lines.map(({ line, payId, transId, state, field, problem }) =>
    state === 'waiting' ? [line, payId, transId] : [line, state, field, problem],
  );
}

test('takes a pasted list, each cell by its looks', async () => {
  expect(await lines(`${A}\nweb-1\n${B},web-2,24.12.2025\n20260101\n`)).toEqual([
    [1, A, null],
    [2, null, 'web-1'],
    [3, B, 'web-2'],
    [4, null, '20260101'],
  ]);
});

test('takes a table by its headings, in any order', async () => {
  expect(
    await lines(`Date;MerchantID;Trans-ID;pay_id;x\n1.2.2026;desk_demo;web-1;${A};y\n`),
  ).toEqual([[2, A, 'web-1']]);
});

test('names what is wrong with a line, and its field', async () => {
  const rows = [
    'PayID;TransID;Date;MID',
    `${A.slice(1)};web-1;;`,
    ';a&b;;',
    ';;1.2.2026;',
    ';web-2;31.02.2026;',
    ';web-3;03/04/2026;',
    ';web-4;1.1.2027;',
    ';web-5;1.1.1999;',
    ';web-6;;desk_other',
    `${A};web-7;;desk_demo`,
    ';web-7;;',
    `${A};;;`,
  ];
  expect(await lines(rows.join('\n'))).toEqual([
    [2, 'malformed', 'payId', 'pay-id'],
    [3, 'malformed', 'transId', 'trans-id'],
    [4, 'malformed', 'line', 'no-id'],
    [5, 'malformed', 'date', 'date'],
    [6, 'malformed', 'date', 'date-ambiguous'],
    [7, 'malformed', 'date', 'date-future'],
    [8, 'malformed', 'date', 'date-too-old'],
    [9, 'foreign', 'merchantId', 'other-merchant'],
    [10, A, 'web-7'],
    [11, 'duplicate', 'line', '10'],
    [12, 'duplicate', 'line', '10'],
  ]);
});

test('does not guess which of two names is which', async () => {
  expect(await lines('web-1,web-2')).toEqual([[1, 'malformed', 'line', 'cells']]);
});

test('counts lines without a day where none was given for them', async () => {
  expect(await parse('TransID,Date\na,1.2.2026\nb,\n', null)).toMatchObject({ undated: 1 });
});

test.each([
  ['a,b,c,d\n1,2,3,4', 'no-id-column'],
  ['PayID,TransID\n', 'only-headings'],
])('%j names no payments', async (text, problem) => {
  expect(await parse(text)).toEqual({ ok: false, problem });
});
