import { createHash } from 'node:crypto';
import { read } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, openDesk } from '../payments/testing.ts';
import { addPerson } from '../payments/testing-person.ts';
import type { Person } from '../sessions/person.ts';
import { neutralize } from './neutralize.ts';
import { addPayments, define, makeExport } from './testing-exports.ts';
import { payloads } from './testing-payloads.ts';

let desk: Desk;
let manager: Person;

beforeAll(async () => {
  desk = await openDesk();
  manager = await addPerson(desk, 'manager');
  await addPayments(desk, [
    {
      refNr: 'A-1',
      amount: 1_234_50,
      captured: 1_000_00,
      orderDesc: 'Rösti für Zoë «gross»',
      at: Date.UTC(2026, 9, 25, 0, 30),
    },
    {
      refNr: 'A-2',
      amount: 5,
      orderDesc: 'zwei\nZeilen, "fein"; gut',
      at: Date.UTC(2026, 9, 25, 1, 30),
    },
    ...payloads.map((orderDesc, at) => ({
      orderDesc,
      refNr: `P-${at}`,
      at: Date.UTC(2026, 5, 1, 8, 0, 60 - at),
    })),
  ]);
});
afterAll(() => desk.close());

const make = (wish: Record<string, unknown>) => makeExport(desk, manager, define(wish));

/** Reads CSV as RFC 4180 has it, and nothing more. */
function parse(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|\\r\\n|$)`,
    'gy',
  );
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    if (match === null) throw new Error('this is no CSV');
    const [, quoted, plain = '', end] = match;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n' && cell.lastIndex < text.length) rows.push([]);
  }
  return rows;
}

describe('a file for programs', () => {
  test('is RFC 4180: no mark, CR LF, ISO instants with offset, nothing but rows', async () => {
    const { bytes, digest, stored } = await make({
      scope: { kind: 'filtered', filter: { search: 'A-', sort: 'created', order: 'asc' } },
      columns: [
        'refNr',
        'authorized',
        'captured',
        'remaining',
        'createdAt',
        'captureBy',
        'orderDesc',
      ],
    });

    expect(parse(bytes.toString(), ',')).toEqual([
      ['Order', 'Authorised', 'Captured', 'Remaining', 'Date', 'Capture by', 'Text of the order'],
      // The hour that Switzerland lives twice: the offset tells one from the other.
      [
        'A-1',
        '1234.50',
        '1000.00',
        '234.50',
        '2026-10-25T02:30:00.000+02:00',
        '',
        'Rösti für Zoë «gross»',
      ],
      [
        'A-2',
        '0.05',
        '0.00',
        '0.05',
        '2026-10-25T02:30:00.000+01:00',
        '',
        'zwei\nZeilen, "fein"; gut',
      ],
    ]);
    expect(bytes.toString()).not.toMatch(/[^\r]\n(?!Zeilen)/);
    expect(stored).toMatchObject({
      bytes: bytes.length,
      sha256: digest,
      rowsTotal: 2,
      rowsDone: 2,
    });
  });
});

describe.each([
  ['csv-de-ch', '1234.50', 'de', 'Stand', 'Zeilen'],
  ['csv-fr-ch', '1234,50', 'fr', 'État au', 'Lignes'],
] as const)('a file for Excel, %s', (format, amount, language, asOf, rows) => {
  test('has a mark, semicolons, Swiss times, and the facts behind an empty line', async () => {
    const { bytes, stored } = await make({
      format,
      language,
      scope: { kind: 'filtered', filter: { search: 'A-1' } },
      columns: ['refNr', 'authorized', 'createdAt', 'orderDesc'],
    });
    const text = bytes.toString();
    const [table = '', foot = ''] = text.split('\r\n\r\n');

    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(parse(table, ';')[1]).toEqual([
      'A-1',
      amount,
      '25.10.2026 02:30:00',
      'Rösti für Zoë «gross»',
    ]);
    const facts = new Map(parse(foot, ';').map(([label = '', value = '']) => [label, value]));
    expect(facts.get(rows)).toBe('1');
    expect(facts.get(asOf)).toMatch(/^\d\d\.\d\d\.\d{4} \d\d:\d\d:\d\d$/);
    expect([...facts.values()].join()).toContain('A-1');
    expect([...facts.values()]).toContain(amount);
    const above = createHash('sha256').update(`${table}\r\n`).digest('hex');
    expect([...facts.values()].at(-1)).toBe(above);
    expect(stored.facts?.figures).toMatchObject([{ rows: 1, authorized: 1_234_50 }]);
  });
});

describe('formulas', () => {
  test('there are sixty payloads', () => {
    expect(new Set(payloads).size).toBe(60);
  });

  test.each(['csv-de-ch', 'csv-fr-ch', 'csv-rfc4180'] as const)(
    '%s shows every payload as text to an independent reader',
    async (format) => {
      const { bytes } = await make({
        format,
        scope: { kind: 'filtered', filter: { search: '', to: '2026-06-30' } },
        columns: ['orderDesc', 'refNr'],
      });
      const separator = format === 'csv-rfc4180' ? ',' : ';';
      const cells = parse(
        bytes
          .toString()
          .replace(/^\ufeff/, '')
          .split('\r\n\r\n')[0] ?? '',
        separator,
      );
      const book = read(bytes, { type: 'buffer', FS: separator, raw: true });
      const [sheet = {}] = Object.values(book.Sheets);

      expect(cells.slice(1).map(([text]) => text)).toEqual(
        payloads.map((text) => neutralize(text).replaceAll('\u0001', '')),
      );
      const formulas = Object.values(sheet).filter((cell) => typeof cell === 'object' && cell?.f);
      expect(formulas).toEqual([]);
    },
  );

  test('the database and the program neutralize alike, and every dangerous start', async () => {
    const { rows } = await desk.deps.database.read.query('SELECT order_desc FROM payments');
    expect(rows.length).toBeGreaterThan(60);
    for (const text of payloads.slice(0, 45)) expect(neutralize(text)).toBe(`'${text}`);
    for (const harmless of ['A-1', 'ä', '1234.50', '', '«=»'])
      expect(neutralize(harmless)).toBe(harmless);
  });
});

test('a heading or a filter cannot become a formula either', async () => {
  const { bytes } = await make({
    format: 'csv-de-ch',
    scope: { kind: 'filtered', filter: { search: '=1+1' } },
  });

  expect(bytes.toString()).not.toMatch(/(^|[;\n"])[=+@]/);
});
