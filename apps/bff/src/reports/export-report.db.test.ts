import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { read, type WorkSheet } from '@e965/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../app.ts';
import { capturePayment } from '../payments/capture-payment.ts';
import { creditPayment } from '../payments/credit-payment.ts';
import { type Desk, openDesk, pay } from '../payments/testing.ts';
import { addPerson } from '../payments/testing-person.ts';
import { openSession } from '../sessions/open-session.ts';
import type { Person } from '../sessions/person.ts';
import { exportReport } from './export-report.ts';
import { getReport } from './get-report.ts';
import { listReportRows } from './list-report-rows.ts';
import { type ReportInput, reportInput, rowsInput } from './report-input.ts';
import { addDays, swissDay } from './swiss-time.ts';

let desk: Desk;
let manager: Person;
let input: ReportInput;

beforeAll(async () => {
  desk = await openDesk();
  manager = await addPerson(desk, 'manager');
  const today = swissDay(desk.deps.clock.now());
  input = reportInput.parse({ from: addDays(today, -1), to: today });
  const { paymentId } = await pay(desk, 1_234_50);
  const key = () => randomUUID();
  await capturePayment(desk.deps, manager, {
    paymentId,
    amount: 1_200_00,
    closeRest: true,
    key: key(),
  });
  await creditPayment(desk.deps, manager, {
    paymentId,
    amount: 5_05,
    reason: 'return',
    key: key(),
  });
  await desk.deps.database.money.query(
    `UPDATE gateway_connections SET label = '=1+1' WHERE slug = 'demo'`,
  );
});
afterAll(() => desk.close());

const cell = (sheet: WorkSheet | undefined, place: string) => sheet?.[place];
type Form = Parameters<typeof exportReport>[3];
const make = (format: Form['format'], language: Form['language'] = 'de', person = manager) =>
  exportReport(desk.deps, person, input, { format, language });

test('a workbook adds up to the report, which adds up to the rows behind it', async () => {
  const { body, fileName } = await make('xlsx');
  const { total, from, to } = await getReport(desk.deps, manager.memberships, input);
  const book = read(body, { cellFormula: true, cellNF: true });
  const days = book.Sheets['Nach Tag'];
  const connections = book.Sheets['Nach Verbindung'];
  const sum = (sheet: typeof days, column: string) =>
    Object.entries(sheet ?? {}).reduce(
      (all, [place, cell]) =>
        place.startsWith(column) && place !== `${column}1` ? all + Math.round(100 * cell.v) : all,
      0,
    );

  expect(fileName).toMatch(/^bericht_.*_Europe-Zurich\.xlsx$/);
  expect(book.SheetNames).toEqual(['Nach Tag', 'Nach Verbindung', 'Zu dieser Datei']);
  expect(cell(days, 'C1')?.v).toBe('Gebucht CHF');
  expect(cell(days, 'A2')).toMatchObject({ t: 'n', z: 'dd\\.mm\\.yyyy\\ hh:mm:ss' });
  expect(cell(days, 'A4')).toBeUndefined();
  for (const [column, figure] of [
    ['C', 'captured'],
    ['D', 'refunded'],
    ['F', 'released'],
    ['H', 'net'],
  ] as const) {
    const { amount } = total[figure];
    expect(amount).toBeGreaterThan(0);
    expect(sum(days, column)).toBe(amount);
    expect(sum(connections, column)).toBe(amount);
    const rows = await listReportRows(
      desk.deps,
      manager.memberships,
      rowsInput.parse({ figure, from, to }),
    );
    expect(rows.amount).toBe(amount);
  }
  const texts = Object.values(connections ?? {}).map((cell) => cell.v);
  expect(texts).toContain('=1+1');
  expect(Object.values(connections ?? {}).filter((cell) => cell.f !== undefined)).toEqual([]);
});

test('each table for people says what it is of, and one for programs holds nothing but rows', async () => {
  const swiss = (await make('csv-de-ch')).body.toString();
  const french = (await make('csv-fr-ch', 'fr')).body.toString();
  const program = (await make('csv-rfc4180', 'en')).body.toString();

  expect(swiss).toMatch(/^\ufeffVon;Bis \(vor\);Gebucht CHF;/);
  expect(swiss).toContain(';1200.00;5.05;0.00;34.50;0.00;1194.95;');
  expect(swiss).toContain('\r\n\r\nHändler;');
  expect(swiss).toContain('Kalendertage, Nach Tag, alle Verbindungen');
  expect(swiss).toContain('Summe Netto (CHF);1194.95\r\n');
  expect(french).toContain(';1200,00;5,05;0,00;34,50;0,00;1194,95;');
  expect(program).toMatch(/^From,To \(before\),Captured CHF,/);
  expect(program.trimEnd().split('\r\n')).toHaveLength(3);
  expect(program).toMatch(/\r\n\d{4}-\d\d-\d\dT00:00:00\.000\+0[12]:00,/);
  expect(program).not.toContain('\r\n\r\n');
});

test('a day with more refunds than captures has a negative number, not a text', async () => {
  const { total } = await getReport(desk.deps, manager.memberships, input);
  const { paymentId } = await pay(desk, 50_00);
  const at = desk.deps.clock.now();
  await desk.deps.database.money.query(
    `INSERT INTO report_additions (merchant_id, payment_id, seq, kind, hour, connection_id, detail, wait, amount)
     SELECT merchant_id, id, 99, 'refunded', date_trunc('hour', $2::timestamptz) - interval '24 hours',
       connection_id, '', 0, 150 FROM payments WHERE id = $1`,
    [paymentId, new Date(at)],
  );

  const swiss = (await make('csv-de-ch')).body.toString();

  expect(swiss).toContain(';-1.50;');
  expect(swiss).toContain(`Summe Netto (CHF);${((total.net.amount - 150) / 100).toFixed(2)}`);
});

test('who takes a report away is written down with its digest; who may not is refused', async () => {
  const { sha256 } = await make('csv-de-ch');
  const { rows } = await desk.deps.database.read.query<{ actor_id: string; details: string }>(
    `SELECT actor_id, details::text FROM audit_log WHERE action = 'report-exported' ORDER BY seq DESC LIMIT 1`,
  );
  expect(rows[0]).toMatchObject({
    actor_id: manager.id,
    details: expect.stringContaining(sha256),
  });

  const admin = await addPerson(desk, 'admin');
  await expect(make('xlsx', 'de', admin)).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

test('over HTTP it is for who is signed in and may, and a bad address is refused as such', async () => {
  const server = createServer(createApp(desk.deps)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const cookieOf = async (person: Person) =>
    `desk_session=${await openSession(desk.deps, person.id, null)}`;
  const ask = async (cookie: string, more: Record<string, string> = {}) => {
    const { from, to } = input;
    const query = new URLSearchParams({ from, to, format: 'csv-rfc4180', language: 'en', ...more });
    return fetch(`http://localhost:${port}/downloads/reports?${query}`, { headers: { cookie } });
  };
  const auditor = await cookieOf(await addPerson(desk, 'auditor'));

  const answer = await ask(auditor);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-disposition')).toMatch(/filename="report_.*\.csv"$/);
  expect(await answer.text()).toMatch(/^From,To/);
  expect((await ask('')).status).toBe(401);
  expect((await ask(await cookieOf(await addPerson(desk, 'service')))).status).toBe(403);
  expect((await ask(auditor, { merchantId: '99' })).status).toBe(404);
  for (const bad of [{ format: 'pdf' }, { unit: 'year' }, { merchantId: 'x' }, { more: '1' }]) {
    expect((await ask(auditor, bad)).status, JSON.stringify(bad)).toBe(400);
  }
  expect((await ask(auditor, { from: '2020-01-01', unit: 'hour' })).status).toBe(400);
  server.close();
});
