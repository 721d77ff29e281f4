import { randomUUID } from 'node:crypto';
import type { Lane } from 'paygate-payments';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { capturePayment } from '../payments/capture-payment.ts';
import { creditPayment } from '../payments/credit-payment.ts';
import { type Desk, openDesk, pay } from '../payments/testing.ts';
import { addPerson } from '../payments/testing-person.ts';
import { swissDay } from '../reports/swiss-time.ts';
import type { Person } from '../sessions/person.ts';
import { getStatement, listItems } from './get-statement.ts';
import {
  acceptStatementItems,
  compareStatementAgain,
  noteStatementItem,
  removeStatement,
} from './handle-items.ts';
import { importStatement } from './import-statement.ts';
import { listMappings } from './list-mappings.ts';
import { selectSettled } from './movement-store.ts';
import { previewStatement } from './preview-statement.ts';
import type { ImportStatementInput } from './reconciliation-input.ts';
import { handIn, reconciling, recordFormat } from './testing.ts';
import { writeDifferences } from './write-differences.ts';

let desk: Desk;
let manager: Person;
let day: string;
beforeAll(async () => {
  desk = await openDesk();
  manager = await addPerson(desk, 'manager');
  day = swissDay(desk.deps.clock.now());
});
afterAll(() => desk.close());

async function captured(amount: number, refNr = `R-${randomUUID().slice(0, 8)}`) {
  const made = await pay(desk, amount, { refNr });
  const wish = { paymentId: made.paymentId, amount, closeRest: false, key: randomUUID() };
  await capturePayment(desk.deps, manager, wish);
  return { ...made, refNr };
}

async function refunded(paymentId: string, amount: number) {
  const wish = { paymentId, amount, reason: 'return' as const, key: randomUUID() };
  await creditPayment(desk.deps, manager, wish);
}

async function take(text: string, over: Partial<ImportStatementInput> = {}) {
  const uploadId = await handIn(desk, manager, text);
  return importStatement(desk.deps, reconciling(manager), {
    uploadId,
    format: recordFormat,
    connection: null,
    from: day,
    to: day,
    dayKind: 'calendar',
    ...over,
  });
}

async function found(statementId: string, lane?: Lane) {
  const page = { statementId, after: 0, limit: 200, ...(lane === undefined ? {} : { lane }) };
  const { rows } = await listItems(desk.deps, manager.memberships, page);
  return rows;
}

const detail = (
  payId: string,
  amount: string,
  { xid = '', transId = '', at = day, fee = '' } = {},
) => `D,${payId},${xid},${transId},${at},${amount},${fee},CHF`;
const whole = (lines: readonly string[], total: string) => ['H,x', ...lines, total].join('\n');

test('every kind of difference ends in its lane, and each item names its rows', async () => {
  const same = await captured(10_00);
  const byXid = await captured(20_00);
  const byTransId = await captured(30_00);
  const withFee = await captured(40_00);
  const netted = await captured(50_00);
  await refunded(netted.paymentId, 15_00);
  const elsewhere = await captured(60_00);
  const silent = await captured(70_00);
  const { rows } = await desk.deps.database.read.query(
    `SELECT body ->> 'xid' AS xid FROM payment_events WHERE payment_id = $1 AND type = 'captured'`,
    [byXid.paymentId],
  );
  const lines = [
    detail(same.payId, '10.00', { fee: '0.13' }),
    detail('', '20.00', { xid: rows[0]?.xid }),
    detail('', '30.00', { transId: byTransId.transId }),
    detail(withFee.payId, '39.48'),
    detail(netted.payId, '35.00'),
    detail(elsewhere.payId, '40.00'),
    detail('f'.repeat(32), '5.00'),
    detail(same.payId, '-2.00'),
    detail('e'.repeat(32), '0', { at: '1970-01-01 01:00:00', fee: '0.12' }),
  ];
  const view = await take(whole(lines, 'T,9,177.00'));

  const items = await found(view.id);
  expect(items.map(({ line, lane, cause, matchedBy }) => [line, lane, cause, matchedBy])).toEqual([
    [2, 'matched', null, 'payId'],
    [3, 'matched', null, 'xid'],
    [4, 'matched', null, 'transId'],
    [5, 'differs', 'fee', 'payId'],
    [6, 'differs', 'netted-refund', 'payId'],
    [7, 'differs', 'external-refund', 'payId'],
    [8, 'only-theirs', 'unknown-payment', null],
    [9, 'only-theirs', 'external-refund', 'payId'],
    [10, 'failed', null, null],
    [null, 'only-ours', expect.stringMatching(/day-23|not-settled-yet/), null],
  ]);
  expect(items.at(-1)).toMatchObject({ paymentId: silent.paymentId, ours: 70_00, theirs: 0 });
  expect(items[4]).toMatchObject({ ours: 35_00, theirs: 35_00, paymentId: netted.paymentId });
  expect(view).toMatchObject({
    added: { count: 9, amount: 177_48, fee: 25 },
    stated: { count: 9, amount: 177_00 },
    totalDifferences: [{ name: 'amount', difference: -48 }],
    skipped: 1,
  });
  for (const { lane, count, theirs } of view.lanes) {
    const own = items.filter((item) => item.lane === lane);
    expect(count).toBe(own.length);
    expect(theirs).toBe(own.reduce((sum, item) => sum + item.theirs, 0));
  }

  const { text } = await writeDifferences(desk.deps, manager.memberships, view.id, 'en');
  const pieces: string[] = [];
  for await (const piece of text) pieces.push(piece);
  const table = pieces.join('').split('\r\n');
  expect(table).toHaveLength(1 + 6 + 1);
  expect(table[1]).toMatch(/^Amount differs;fee;5;R-.*;39\.48;40\.00;-0\.52;;;;"D,/);
  await removeStatement(desk.deps, reconciling(manager), view.id);
});

test('the same file is refused by its digest, until it was removed; a mapping can be saved', async () => {
  const { payId } = await captured(11_00);
  const text = whole([detail(payId, '11.00')], 'T,1,11.00');
  const first = await take(text, { saveAs: 'Gateway' });
  await expect(take(text)).rejects.toMatchObject({
    cause: { issues: [{ path: ['uploadId'], message: 'same-file' }] },
  });
  const uploadId = await handIn(desk, manager, text);
  const preview = { uploadId, format: recordFormat };
  expect(await previewStatement(desk.deps, reconciling(manager), preview)).toMatchObject({
    importedBefore: { id: first.id },
    from: day,
    to: day,
  });
  const { rows } = await listMappings(desk.deps, manager.memberships);
  expect(rows).toMatchObject([{ name: 'Gateway', format: recordFormat }]);

  await removeStatement(desk.deps, reconciling(manager), first.id);
  const again = await take(text);
  expect(again.id).not.toBe(first.id);
  await removeStatement(desk.deps, reconciling(manager), again.id);
});

test('two who import the same file at once leave it there once', async () => {
  const { payId } = await captured(12_00);
  const text = whole([detail(payId, '12.00')], 'T,1,12.00');
  const ends = await Promise.allSettled([take(text), take(text), take(text)]);
  const made = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
  expect(made).toHaveLength(1);
  await removeStatement(desk.deps, reconciling(manager), made[0]?.id ?? '');
});

test('nothing of a file with a line that cannot be read is stored', async () => {
  const before = await desk.deps.database.read.query('SELECT count(*) FROM statement_lines');
  await expect(
    take(whole([detail('p', '1.00'), detail('q', '1,00,0')], 'T,2,2.00')),
  ).rejects.toThrow('faulty-lines');
  await expect(take('H,x,,,,,,\nT,0,0.00')).rejects.toThrow('no-details');
  const after = await desk.deps.database.read.query('SELECT count(*) FROM statement_lines');
  expect(after.rows).toEqual(before.rows);
});

test('what stands in one statement is not expected in the next, nor settled again', async () => {
  const { payId } = await captured(13_00);
  const first = await take(whole([detail(payId, '13.00')], 'T,1,13.00'));
  const second = await take(whole([detail(payId, '13.00', { fee: '0.01' })], 'T,1,13.00'));
  const items = await found(second.id);
  expect(items.find(({ line }) => line === 2)).toMatchObject({
    lane: 'only-theirs',
    cause: 'settled-before',
  });
  expect(items.filter(({ lane, ours }) => lane === 'only-ours' && ours === 13_00)).toEqual([]);
  await removeStatement(desk.deps, reconciling(manager), second.id);
  await removeStatement(desk.deps, reconciling(manager), first.id);
});

test('what was accepted or noted stays when it is compared again; the rest is found anew', async () => {
  const { payId, paymentId } = await captured(14_00);
  const lines = [detail(payId, '14.00'), detail(payId, '-4.00'), detail('a'.repeat(32), '1.00')];
  const { id } = await take(whole(lines, 'T,3,11.00'));
  const asked = { statementId: id };
  const unknown = (await found(id)).find(({ line }) => line === 4);
  const noted = { ...asked, number: unknown?.number ?? 0, note: 'Asked TWINT' };
  await noteStatementItem(desk.deps, reconciling(manager), noted);
  const accepted = await acceptStatementItems(desk.deps, reconciling(manager), {
    ...asked,
    lane: 'matched',
  });
  expect(accepted.lanes.find(({ lane }) => lane === 'matched')).toMatchObject({ accepted: 1 });

  await refunded(paymentId, 4_00);
  await compareStatementAgain(desk.deps, reconciling(manager), id);

  const items = await found(id);
  expect(items.filter(({ line }) => line !== null)).toMatchObject([
    { line: 2, lane: 'matched', acceptedBy: 'manager' },
    { line: 4, lane: 'only-theirs', note: 'Asked TWINT' },
    { line: 3, lane: 'matched', theirs: -4_00, acceptedAt: null },
  ]);
  const { rows } = await desk.deps.database.read.query(
    `SELECT action FROM audit_log WHERE subject = $1 ORDER BY seq`,
    [`statement:${id}`],
  );
  expect(rows.map(({ action }) => action)).toEqual([
    'statement-imported',
    'item-noted',
    'items-accepted',
    'statement-compared',
  ]);
  await removeStatement(desk.deps, reconciling(manager), id);
});

test('another merchant’s statement does not exist', async () => {
  const { id } = await take(whole([detail('d'.repeat(32), '1.00')], 'T,1,1.00'));
  await expect(getStatement(desk.deps, [], id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const stranger = { person: manager, memberships: [] };
  await expect(removeStatement(desk.deps, stranger, id)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await removeStatement(desk.deps, reconciling(manager), id);
});

test.each([[0], [1_500]])(
  'what other statements settled is known beside %i more movements',
  async (more) => {
    const { payId } = await captured(12_00);
    const statement = await take(whole([detail(payId, '12.00')], 'T,1,12.00'));
    const { rows } = await desk.deps.database.read.query<{ ids: readonly string[] }>(
      `SELECT movement_ids AS ids FROM statement_items WHERE statement_id = $1 AND lane = 'matched'`,
      [statement.id],
    );
    const own = rows[0]?.ids ?? [];
    const others = Array.from({ length: more }, () => `${randomUUID()}:2`);
    const asked = (id: string) =>
      selectSettled(desk.deps.database.read, { merchantId: 1, id }, [...others, ...own]);

    expect(own).toHaveLength(1);
    expect([...(await asked(randomUUID()))]).toEqual(own);
    expect([...(await asked(statement.id))]).toEqual([]);
  },
);
