import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';
import { readMoment } from './read-moment.ts';
import { detectSeparator, readTable } from './read-table.ts';
import { writeRow } from './write-row.ts';

const bytes = (...values: number[]) => new Uint8Array(values);
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

describe('the text of a file', () => {
  test.each([
    ['UTF-8', Buffer.from('Grüsse'), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from('\ufeffGrüsse'), 'utf-8'],
    ['UTF-16 with its mark', utf16('Grüsse'), 'utf-16le'],
    ['windows-1252', Buffer.from('Grüsse', 'latin1'), 'windows-1252'],
  ])('is read from %s', (_, body, encoding) => {
    expect(decodeText(body)).toEqual({ ok: true, text: 'Grüsse', encoding });
  });

  test.each([
    ['nothing', bytes(), 'empty'],
    ['blank lines', Buffer.from(' \r\n\n'), 'empty'],
    ['a workbook', bytes(0x50, 0x4b, 3, 4, 20), 'spreadsheet'],
    ['an old workbook', bytes(0xd0, 0xcf, 0x11, 0xe0), 'spreadsheet'],
    ['UTF-16 without a mark', Buffer.from('a;b', 'utf16le'), 'not-text'],
    ['a byte that no letter has', bytes(0x61, 0xfc, 0x81), 'encoding'],
  ])('is not guessed from %s', (_, body, problem) => {
    expect(decodeText(body)).toEqual({ ok: false, problem });
  });

  test('of another encoding than the one that was chosen is a problem, not another text', () => {
    const latin = Buffer.from('Grüsse', 'latin1');
    expect(decodeText(latin, 'utf-8')).toEqual({ ok: false, problem: 'encoding' });
  });
});

describe('a table', () => {
  const read = (text: string, most = 10) => readTable(text, { most });

  test.each([
    ['a;b,c\n1;2,5\n', ';'],
    ['a,b\n"1;2",3\n', ','],
    ['a\tb\n', '\t'],
    ['H|1\nD|2\n', '|'],
    ['alone\n', ','],
  ])('%j is separated by %j', (text, separator) => {
    expect(detectSeparator(text)).toBe(separator);
  });

  test('knows the lines of its rows, and leaves out empty ones', async () => {
    const table = await read('\ufeffa;b\r\n\r\n"x\r\ny";2\r\n;\r\n3;"4"\r\n');
    expect(table).toMatchObject({
      ok: true,
      rows: [
        { line: 1, cells: ['a', 'b'] },
        { line: 4, cells: ['x\ny', '2'] },
        { line: 6, cells: ['3', '4'], raw: '3;"4"' },
      ],
    });
  });

  test.each([
    ['a;"b\n', 'quotes'],
    ['a;b"c"\n1\n', 'quotes'],
    ['\n \n', 'empty'],
    ['1\n2\n3\n', 'too-many-rows'],
    [`a;${'x'.repeat(30_000)}\n`, 'row-too-long'],
  ])('%# is nothing where it is broken', async (text, problem) => {
    expect(await read(text, 2)).toMatchObject({ ok: false, problem });
  });

  const cell = fc.string({
    unit: fc.constantFrom('a', '1', ' ', '.', ',', '|', '\t', 'é'),
  });
  const line = fc.array(cell, { maxLength: 4 }).map((cells) => cells.join(';'));
  const end = fc.constantFrom('\n', '\r\n', '\r');

  test('without a quotation mark is what the rules of quotes make of it', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(line, end)),
        fc.constantFrom('', '\ufeff'),
        fc.constantFrom(';', '\t'),
        async (lines, mark, separator) => {
          const text = mark + lines.map((one) => one.join('')).join('');
          const [plain, quoted] = await Promise.all(
            ['z', '"z"'].map((last) => readTable(text + last, { most: 100, separator })),
          );
          if (plain?.ok !== true || quoted?.ok !== true) throw new Error('one of them is broken');
          expect(plain.rows.slice(0, -1)).toEqual(quoted.rows.slice(0, -1));
        },
      ),
      { numRuns: 500 },
    ));

  test('is written so that no cell is taken for a formula', () => {
    expect(writeRow(['=1+1', 'a;"b"', -5, null])).toBe('"\'=1+1";"a;""b""";-5;\r\n');
  });
});

describe('a moment', () => {
  const iso = (text: string, order?: 'dmy' | 'mdy') => {
    const moment = readMoment(text, order ?? null);
    return typeof moment === 'string' ? moment : new Date(moment.at).toISOString();
  };

  test.each([
    ['2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['20260701', '2026-06-30T22:00:00.000Z'],
    ['1.7.2026 14:05', '2026-07-01T12:05:00.000Z'],
    ['01.01.1970 01:00:00', '1970-01-01T00:00:00.000Z'],
    ['2026-07-01T12:05:09Z', '2026-07-01T12:05:09.000Z'],
    ['2026-07-01T12:05:09.123+02:00', '2026-07-01T10:05:09.000Z'],
    ['2026-10-25 02:30', '2026-10-25T00:30:00.000Z'],
    ['2.11.26', '2026-11-01T23:00:00.000Z'],
    ['01.01.70 01:00:00', '1970-01-01T00:00:00.000Z'],
    ['24/12/2026', '2026-12-23T23:00:00.000Z'],
    ['12/24/2026', '2026-12-23T23:00:00.000Z'],
    ['02/02/2026', '2026-02-01T23:00:00.000Z'],
    ['03/04/2026', 'date-ambiguous'],
    ['31.02.2026', 'date'],
    ['2026-13-01', 'date'],
    ['24/12/26', 'date'],
    ['26.12.202', 'date'],
    ['2026-03-29 02:30', 'date'],
    ['2026-01-01 24:01', 'date'],
    ['yesterday', 'date'],
    ['', 'date'],
  ])('%j is %s', (text, expected) => {
    expect(iso(text)).toBe(expected);
  });

  test('is told apart by the order that was chosen', () => {
    expect(iso('03/04/2026', 'dmy')).toBe('2026-04-02T22:00:00.000Z');
    expect(iso('03/04/2026', 'mdy')).toBe('2026-03-03T23:00:00.000Z');
  });
});
