import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk, pay } from '../payments/testing.ts';
import { addPerson } from '../payments/testing-person.ts';
import type { Person } from '../sessions/person.ts';
import { createImport } from './create-import.ts';
import { getImport, listLines } from './get-import.ts';
import type { CreateImportInput } from './import-input.ts';
import { claimNext, runImport } from './import-worker.ts';
import { previewImport } from './preview-import.ts';
import { steerImport } from './steer-import.ts';
import { handIn, importing, workOff } from './testing.ts';
import { writeResult } from './write-result.ts';

const never = new AbortController().signal;
let desk: Desk;
let manager: Person;
beforeAll(async () => {
  desk = await openDesk();
  manager = await addPerson(desk, 'manager');
});
afterAll(() => desk.close());

/** Paid at the gateway, and nobody told Desk. */
async function paidBefore(amount: number, merchantId = 'desk_demo') {
  const transId = `old-${randomUUID().slice(0, 8)}`;
  const order = { merchantId, transId, amount, refNr: 'B-1', outcome: 'approve' };
  const { payId } = (await desk.control('payments', order)) as { payId: string };
  return { payId, transId };
}

async function begin(text: string, over: Partial<CreateImportInput> = {}) {
  const uploadId = await handIn(desk, manager, text);
  const wish = { connection: 'demo', uploadId, authorizedFrom: '2026-01-05', perSecond: 20 };
  const input = { ...wish, key: randomUUID(), ...over };
  return { input, made: await createImport(desk.deps, importing(manager), input) };
}

async function results(importId: string) {
  const page = { importId, after: 0, limit: 200 };
  const { rows } = await listLines(desk.deps, manager.memberships, page);
  return rows.map(({ line, state }) => [line, state]);
}

const standing = (id: string) => getImport(desk.deps, manager.memberships, id);

async function imported() {
  const { rows } = await desk.deps.database.read.query(
    `SELECT trans_id, pay_id, ref_nr, status, authorized, captured, refunded, version, created_at, updated_at
     FROM payments WHERE source = 'imported' ORDER BY trans_id`,
  );
  return rows;
}

test('every line is asked about, and the payments come with their amounts; again changes nothing', async () => {
  const both = await paidBefore(89_00);
  const byPayId = await paidBefore(20_00);
  const byTransId = await paidBefore(30_00);
  const foreign = await paidBefore(40_00, 'desk_other');
  const here = await pay(desk, 50_00);
  const act = (kind: string, amount: number) =>
    desk.control('actions', { payId: both.payId, kind, amount });
  await act('capture', 80_00);
  await act('credit', 15_00);
  const list = [
    'PayID;TransID;Date',
    `${both.payId};${both.transId};2.3.2026`,
    `${byPayId.payId};;`,
    `;${byTransId.transId};`,
    `${foreign.payId};${foreign.transId};`,
    `${here.payId};${here.transId};`,
    `${here.payId};other;`,
    `;${both.transId};`,
    'short;x;',
  ].join('\n');

  const { made } = await begin(list);
  await workOff(desk);

  const expected = [
    [2, 'imported'],
    [3, 'imported'],
    [4, 'imported'],
    [5, 'not-found'],
    [6, 'known'],
    [7, 'duplicate'],
    [8, 'duplicate'],
    [9, 'malformed'],
  ];
  expect(await results(made.id)).toEqual(expected);
  expect(await standing(made.id)).toMatchObject({ state: 'done', counts: { imported: 3 } });
  const first = await imported();
  expect(first).toHaveLength(3);
  const found = first.find(({ pay_id }) => pay_id === both.payId);
  expect(found).toMatchObject({
    trans_id: both.transId,
    ref_nr: 'B-1',
    authorized: 89_00,
    captured: 80_00,
    refunded: 15_00,
    created_at: new Date('2026-03-01T23:00:00Z'),
  });
  const { rows: hours } = await desk.deps.database.read.query(
    `SELECT DISTINCT e.at FROM payment_events e JOIN payments p ON p.id = e.payment_id WHERE p.pay_id = $1`,
    [both.payId],
  );
  expect(hours).toEqual([{ at: new Date('2026-03-01T23:00:00Z') }]);

  const again = await begin(list);
  await workOff(desk);
  expect(await results(again.made.id)).toEqual(
    expected.map(([line, state]) => [line, state === 'imported' ? 'known' : state]),
  );
  expect(await imported()).toEqual(first);
});

test('the same key begins one import, and is refused with another list', async () => {
  const { input, made } = await begin('web-key');
  expect((await createImport(desk.deps, importing(manager), input)).id).toBe(made.id);
  const uploadId = await handIn(desk, manager, 'web-key-2');
  await expect(
    createImport(desk.deps, importing(manager), { ...input, uploadId }),
  ).rejects.toMatchObject({ refusal: 'key-reused' });
  await workOff(desk);
});

test('stops where somebody pauses it, goes on where it stopped, and survives a process that died', async () => {
  const olds = [await paidBefore(1_00), await paidBefore(2_00), await paidBefore(3_00)];
  const { made } = await begin(olds.map(({ payId }) => payId).join('\n'));
  const pause = { importId: made.id, state: 'paused' } as const;
  await steerImport(desk.deps, importing(manager), pause);
  expect(await claimNext(desk.deps)).toBeNull();
  await steerImport(desk.deps, importing(manager), { importId: made.id, state: 'running' });

  // Claimed, and the process is gone: nobody has it until its lease is over.
  const dead = await claimNext(desk.deps);
  expect(dead?.id).toBe(made.id);
  expect(await claimNext(desk.deps)).toBeNull();
  await desk.deps.database.read.query(
    `UPDATE history_imports SET lease_until = lease_until - interval '1 hour' WHERE id = $1`,
    [made.id],
  );
  const other = await claimNext(desk.deps);
  if (dead === null || other === null) throw new Error('not claimed');
  // The first one was only slow: what it held is not its own any more.
  await runImport(desk.deps, dead, never);
  expect((await standing(made.id)).counts.waiting).toBe(3);
  await runImport(desk.deps, other, never);

  expect(await standing(made.id)).toMatchObject({ state: 'done', counts: { imported: 3 } });
});

test('waits for a gateway that cannot be reached, and loses no line', async () => {
  const old = await paidBefore(7_00);
  await desk.control('faults', { fault: 'inquiry-down', payId: old.payId, count: 1 });
  const { made } = await begin(old.payId);
  await workOff(desk);
  const waiting = await standing(made.id);
  expect(waiting).toMatchObject({ state: 'running', counts: { waiting: 1 } });
  expect(waiting.unreachableSince).not.toBeNull();

  await desk.deps.database.read.query(
    'UPDATE history_imports SET due_at = created_at WHERE id = $1',
    [made.id],
  );
  await workOff(desk);
  expect(await standing(made.id)).toMatchObject({ state: 'done', unreachableSince: null });
});

test('an answer that cannot be used is asked for again three times, then the line says so', async () => {
  const old = await paidBefore(7_00);
  await desk.control('faults', {
    fault: 'wrong-echo',
    endpoint: 'inquire',
    payId: old.payId,
    count: 3,
  });
  const { made } = await begin(`${old.payId},${old.transId}`);
  await workOff(desk);
  expect(await results(made.id)).toEqual([[1, 'unreadable']]);
});

test('what the gateway holds no money of any more is told, not made up', async () => {
  const old = await paidBefore(7_00);
  await desk.control('actions', { payId: old.payId, kind: 'reversal', amount: 7_00 });
  const { made } = await begin(old.payId);
  await workOff(desk);
  expect(await results(made.id)).toEqual([[1, 'empty']]);
});

test.each([
  ['', 'uploadId', 'empty'],
  ['PK\u0003\u0004x', 'uploadId', 'spreadsheet'],
  ['a\u0000b', 'uploadId', 'not-text'],
  ['web-1\n"web-2\n', 'line.2', 'quotes'],
  ['a,b,c,d\n1,2,3,4', 'uploadId', 'no-id-column'],
  ['TransID;PayID\n', 'uploadId', 'only-headings'],
  ['x\n'.repeat(50_001), 'line.50000', 'too-many-rows'],
])(
  'the list %# is refused as a whole, with the place and the reason',
  async (text, field, problem) => {
    const uploadId = await handIn(desk, manager, text);
    const input = { connection: 'demo', uploadId, authorizedFrom: '2026-01-05' };
    const refused = await previewImport(desk.deps, importing(manager), input).catch(
      (error: unknown) => error,
    );
    expect(refused).toMatchObject({ cause: { issues: [{ path: [field], message: problem }] } });
  },
);

test('a line without a day needs one for the list, and a day to come is none', async () => {
  await expect(begin('web-1', { authorizedFrom: null })).rejects.toThrow('date-missing');
  await expect(begin('web-1', { authorizedFrom: '2999-01-01' })).rejects.toThrow('date-future');
});

test('another merchant’s connection, upload and import do not exist', async () => {
  const { made, input } = await begin('web-other');
  const stranger = { ...manager, id: randomUUID(), memberships: [] };
  await expect(previewImport(desk.deps, importing(stranger), input)).rejects.toThrow(
    'no-such-connection',
  );
  await expect(getImport(desk.deps, [], made.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const colleague = await addPerson(desk, 'admin');
  await expect(previewImport(desk.deps, importing(colleague), input)).rejects.toThrow(
    'upload-gone',
  );
  await workOff(desk);
});

test('the result holds every line with what became of it', async () => {
  const old = await paidBefore(12_50);
  const { made } = await begin(`${old.payId}\n=cmd\n`);
  await workOff(desk);
  const { text } = await writeResult(desk.deps, manager.memberships, made.id, 'de');
  const pieces: string[] = [];
  for await (const piece of text) pieces.push(piece);
  const [, first, second] = pieces.join('').split('\r\n');
  expect(first).toBe(`1;${old.payId};;importiert;;;12.50;0.00;0.00;${old.payId}`);
  expect(second).toMatch(/^2;;"'=cmd";dem Gateway nicht bekannt;;/);
});
