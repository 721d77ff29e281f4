import { createHash } from 'node:crypto';
import { read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, openDesk } from '../payments/testing.ts';
import { addPerson } from '../payments/testing-person.ts';
import type { Person } from '../sessions/person.ts';
import { addPayments, define, makeExport } from './testing-exports.ts';
import { payloads } from './testing-payloads.ts';
import { wordsIn } from './words-in.ts';
import { writeXlsx } from './xlsx-file.ts';

let desk: Desk;
let manager: Person;

beforeAll(async () => {
  desk = await openDesk();
  manager = await addPerson(desk, 'manager');
  await addPayments(desk, [
    { refNr: 'A-1', amount: 1_234_50, captured: 1_000_00, at: Date.UTC(2026, 10, 2, 8, 15, 30) },
    ...payloads.map((orderDesc, at) => ({ orderDesc, at: Date.UTC(2026, 5, 1, 8, 0, 60 - at) })),
  ]);
});
afterAll(() => desk.close());

const make = (wish: Record<string, unknown>) =>
  makeExport(desk, manager, define({ format: 'xlsx', ...wish }));
const open = (bytes: Buffer) => read(bytes, { cellNF: true, cellFormula: true, bookFiles: true });
const cell = (sheet: WorkSheet | undefined, place: string) => sheet?.[place];
const named = (book: WorkBook, name: string) => book.Sheets[name];
const values = (sheet: WorkSheet | undefined, column: string): unknown[] =>
  Object.entries(sheet ?? {}).flatMap(([place, cell]) =>
    place.startsWith(column) && place !== `${column}1` ? [cell.v] : [],
  );

describe('a workbook', () => {
  test('has numbers as numbers, dates as dates, and a heading that stays', async () => {
    const { bytes } = await make({
      language: 'de',
      scope: { kind: 'filtered', filter: { search: 'A-1' } },
      columns: ['refNr', 'authorized', 'createdAt', 'captureBy', 'status'],
    });
    const book = open(bytes);
    const sheet = named(book, 'Zahlungen');

    expect(book.SheetNames).toEqual(['Zahlungen', 'Zu dieser Datei']);
    expect(cell(sheet, 'B1')).toMatchObject({ v: 'Autorisiert' });
    expect(cell(sheet, 'A2')).toMatchObject({ t: 's', v: 'A-1' });
    expect(cell(sheet, 'B2')).toMatchObject({ t: 'n', v: 1234.5, z: '#,##0.00' });
    expect(cell(sheet, 'C2')).toMatchObject({ t: 'n', z: 'dd\\.mm\\.yyyy\\ hh:mm:ss' });
    // Days since the end of 1899, Swiss wall clock: 2.11.2026, 09:15:30.
    expect(cell(sheet, 'C2')?.v).toBeCloseTo(46328 + (9 * 3600 + 15 * 60 + 30) / 86400, 8);
    expect(cell(sheet, 'D2')).toBeUndefined();
    expect(cell(sheet, 'E2')?.v).toBe('Gebucht');
    const xml = partOf(book, 'xl/worksheets/sheet1.xml');
    expect(xml.toString()).toContain('state="frozen"');
  });

  test('says on its last sheet what it is, and the digest of the sheet before', async () => {
    const { bytes, digest, stored } = await make({ columns: ['refNr'] });
    const book = open(bytes);
    const about = named(book, 'About this file');
    const facts = new Map(values(about, 'A').map((label, at) => [label, values(about, 'B')[at]]));

    expect(stored.sha256).toBe(digest);
    expect(facts.get('Filter')).toBe('all payments · newest first');
    expect(facts.get('Rows')).toBe(61);
    expect(facts.get('Sum authorised (CHF)')).toBe(1_834.5);
    expect(facts.get('Time zone')).toContain('Europe/Zurich');
    expect(facts.get('As of')).toMatch(/^\d\d\.\d\d\.\d{4} /);
    const sheet = partOf(book, 'xl/worksheets/sheet1.xml');
    expect(facts.get('SHA-256 of xl/worksheets/sheet1.xml')).toBe(
      createHash('sha256').update(sheet).digest('hex'),
    );
  });

  test('shows every payload as the text it is, without one formula', async () => {
    const { bytes } = await make({
      scope: { kind: 'filtered', filter: { to: '2026-06-30' } },
      columns: ['orderDesc', 'notes'],
    });
    const book = open(bytes);
    const sheet = named(book, 'Payments');

    const shown = values(sheet, 'A').map((text) => String(text).replaceAll('\r\n', '\n'));
    expect(shown).toEqual(payloads.map((text) => text.replaceAll('\r\n', '\n')));
    expect(partOf(book, 'xl/worksheets/sheet1.xml').toString()).not.toMatch(/<f[ >]/);
    expect(Object.values(sheet ?? {}).filter((cell) => cell?.f)).toEqual([]);
  });

  test('goes on in a second sheet where the first is full, each with its heading', async () => {
    const rows = (async function* () {
      yield Buffer.from('a\nb\nc');
      yield Buffer.from('\nd\ne\n');
    })();
    const pieces: Buffer[] = [];
    let counted = 0;
    const figures = {
      currency: 'CHF',
      rows: 5,
      authorized: 0,
      captured: 0,
      refunded: 0,
      reversed: 0,
      closed: 0,
      remaining: 0,
    };
    const setting = {
      columns: ['refNr'] as const,
      words: wordsIn('en'),
      rows,
      facts: { merchant: 'M', by: 'B', filter: 'F', asOf: 0, personal: false, figures: [figures] },
      onRows: (count: number) => {
        counted += count;
      },
    };
    for await (const piece of writeXlsx(setting, 2)) pieces.push(piece);
    const book = open(Buffer.concat(pieces));

    expect(book.SheetNames).toEqual(['Payments 1', 'Payments 2', 'Payments 3', 'About this file']);
    expect(book.SheetNames.slice(0, 3).map((name) => values(book.Sheets[name], 'A'))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e'],
    ]);
    expect(counted).toBe(5);
  });
});

function partOf(book: object, name: string): Buffer {
  const { files } = book as { files: Record<string, { content: Uint8Array }> };
  const part = files[name];
  if (part === undefined) throw new Error(`no ${name}`);
  return Buffer.from(part.content);
}
