import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { times } from '../failure-model/repetitions.ts';
import { getPayment } from '../payments/get-payment.ts';
import { type Desk, openDesk, pay } from '../payments/testing.ts';
import { addPerson } from '../payments/testing-person.ts';
import type { Person } from '../sessions/person.ts';
import { applyAnswer } from './apply-answer.ts';
import type { BatchFile } from './batch-file.ts';
import { saveSettings } from './batch-settings.ts';
import { compareAnswer } from './compare-answer.ts';
import { asking, bring, carryOut, leave, makeFile } from './testing.ts';

let desk: Desk;
let manager: Person;
let file: BatchFile;
let good: string;
let paymentIds: readonly string[];

beforeAll(async () => {
  desk = await openDesk();
  manager = await addPerson(desk, 'manager');
  ({ file, paymentIds, answer: good } = await answeredFile(3));
});
afterAll(() => desk.close());

/** A file of captures that the batch manager has carried out, and what came back. */
async function answeredFile(records: number) {
  const made: string[] = [];
  for (let at = 1; at <= records; at += 1) {
    made.push((await pay(desk, at * 10_00, { refNr: `R-${at}` })).paymentId);
  }
  const created = await makeFile(desk, manager, made);
  const answer = await carryOut(desk, created, await leave(desk, manager, created));
  return { file: created, paymentIds: made, answer: answer.toString('latin1') };
}

const statusesOf = async (ids: readonly string[]) => {
  const payments = await Promise.all(ids.map((id) => getPayment(desk.deps, manager, id)));
  return new Set(payments.map(({ status }) => status));
};
const line = (number: number) => good.split('\r\n')[number - 1] ?? '';
const withLine = (number: number, changed: string) =>
  good
    .split('\r\n')
    .toSpliced(number - 1, 1, changed)
    .join('\r\n');

type Defect = readonly [
  name: string,
  answer: () => string | Buffer,
  problem: { readonly line: number; readonly field: string; readonly problem: string },
];
const defects: readonly Defect[] = [
  [
    'truncated',
    () => good.slice(0, good.indexOf('FOOT')),
    { line: 5, field: 'FOOT', problem: 'foot-missing' },
  ],
  [
    'cut within a line',
    () => good.slice(0, good.indexOf(',OK') + 2),
    { line: 2, field: 'Code', problem: 'code-missing' },
  ],
  [
    'the same line twice',
    () => good.replace(line(3), line(2)).replace('FOOT,3,6000', 'FOOT,3,5000'),
    { line: 3, field: 'TransID', problem: 'line-twice' },
  ],
  [
    'a wrong sum',
    () => good.replace('FOOT,3,6000', 'FOOT,3,6001'),
    { line: 5, field: 'SumAmount', problem: 'sum-differs' },
  ],
  [
    'a wrong count',
    () => good.replace('FOOT,3,6000', 'FOOT,4,6000'),
    { line: 5, field: 'CountRecords', problem: 'count-differs' },
  ],
  [
    'an unknown line',
    () => withLine(3, line(3).replace(/CHF,[^,]+/, 'CHF,T-other')),
    { line: 3, field: 'TransID', problem: 'unknown-line' },
  ],
  [
    'a changed PayID',
    () => withLine(3, line(3).replace(/[0-9a-f]{32}/, 'f'.repeat(32))),
    { line: 3, field: 'PayID', problem: 'changed' },
  ],
  [
    'a changed action',
    () => withLine(3, line(3).replace('Capture', 'Credit')),
    { line: 3, field: 'Action', problem: 'changed' },
  ],
  [
    'another currency',
    () => withLine(3, line(3).replace('CHF', 'EUR')),
    { line: 3, field: 'Currency', problem: 'format' },
  ],
  [
    'another merchant',
    () => good.replace('HEAD,desk_demo,', 'HEAD,desk_other,'),
    { line: 1, field: 'MerchantID', problem: 'other-merchant' },
  ],
  [
    'another day',
    () => good.replace(/(HEAD,desk_demo,)\d{8}/, '$120200101'),
    { line: 1, field: 'Date', problem: 'other-date' },
  ],
  [
    'version 1.0, without Code',
    () => good.replace(',1.1\r\n', ',1.0\r\n').replace(/,R-\d/g, '').replaceAll(',00000000', ''),
    { line: 1, field: 'Version', problem: 'other-version' },
  ],
  [
    'a line without Code',
    () => withLine(2, line(2).replace(',00000000', '')),
    { line: 2, field: 'Code', problem: 'code-missing' },
  ],
  [
    'a byte order mark',
    () => `\u00ef\u00bb\u00bf${good}`,
    { line: 1, field: 'line', problem: 'byte-order-mark' },
  ],
  ['UTF-16', () => Buffer.from(good, 'utf16le'), { line: 1, field: 'line', problem: 'encoding' }],
  ['text behind FOOT', () => `${good}more`, { line: 6, field: 'line', problem: 'after-foot' }],
  ['nothing at all', () => '', { line: 1, field: 'Type', problem: 'head-missing' }],
];

describe('an answer that is not about exactly our file', () => {
  test.each(defects)(
    '%s: is named with line and field, and nothing is applied',
    async (_, bad, problem) => {
      const bytes = bad();
      const answer = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;

      const received = await bring(desk, manager, file, answer);

      expect(received.problem).toMatchObject(problem);
      await expect(applyAnswer(desk.deps, asking(manager), received.answerId)).rejects.toThrow(
        'refused',
      );
      expect(await statusesOf(paymentIds)).toEqual(new Set(['processing']));
    },
  );

  test('a changed amount is named although the sum fits it', async () => {
    const raised = withLine(2, line(2).replace(/Capture,\d+/, 'Capture,9999'));
    const [, amount = '0'] = /Capture,(\d+)/.exec(line(2)) ?? [];
    const sum = 60_00 - Number(amount) + 99_99;

    const { problem } = await bring(
      desk,
      manager,
      file,
      Buffer.from(raised.replace('FOOT,3,6000', `FOOT,3,${sum}`)),
    );

    expect(problem).toMatchObject({
      line: 2,
      field: 'Amount',
      problem: 'changed',
      text: line(2).replace(/Capture,\d+/, 'Capture,9999'),
    });
  });
});

test('B08: applying dies at any statement: all of it or nothing', async () => {
  let deaths = 0;
  while (deaths < times({ usual: 16, full: 100 })) deaths += await dieAtEachStatement();
});

/** Applies one answer, dying at each statement in turn until it lives. Answers how often it died. */
async function dieAtEachStatement(): Promise<number> {
  const { answer, file: own, paymentIds: ids } = await answeredFile(2);
  const { answerId } = await bring(desk, manager, own, Buffer.from(answer));
  let reached = 0;
  for (let dieAt = 1; ; dieAt += 1) {
    const money = dyingPool(desk.deps.database.money, dieAt);
    const deps = { ...desk.deps, database: { ...desk.deps.database, money } };
    const died = await applyAnswer(deps, asking(manager), answerId).then(
      () => false,
      () => true,
    );
    if (!died) break;
    reached = dieAt;
    expect(await statusesOf(ids)).toEqual(new Set(['processing']));
  }
  expect(reached).toBeGreaterThan(15);
  expect(await statusesOf(ids)).toEqual(new Set(['captured']));
  return reached;
}

test('the lines of a reordered answer mean the same', async () => {
  const { answer, file: own, paymentIds: ids } = await answeredFile(3);
  const [head = '', a = '', b = '', c = '', ...rest] = answer.split('\r\n');

  const turned = Buffer.from([head, c, a, b, ...rest].join('\n'));
  const { answerId } = await bring(desk, manager, own, turned);
  await applyAnswer(desk.deps, asking(manager), answerId);

  expect(await statusesOf(ids)).toEqual(new Set(['captured']));
});

test('a group names its master in HEAD, each merchant in its record, and the other order in its name', async () => {
  const admin = await addPerson(desk, 'admin');
  for (const connection of ['demo', 'demo-sale']) {
    await saveSettings(desk.deps, asking(admin), {
      connection,
      version: '2.1',
      groupMerchantId: 'the_group',
      nameOrder: 'transfer',
      dateFormat: 'YYYYMMDD',
      count: 'records',
      reversals: 'yes',
      answerHours: 24,
    });
  }
  const sold = await pay(desk, 70_00, { merchantId: 'desk_demo_sale', slug: 'demo-sale' });
  const { answer: captured, file: own, paymentIds: ids } = await answeredFile(1);
  const { answerId } = await bring(desk, manager, own, Buffer.from(captured));
  await applyAnswer(desk.deps, asking(manager), answerId);
  const both = [...ids, sold.paymentId];

  const refunds = await makeFile(desk, manager, both, { kind: 'credit', reason: 'return' });
  const content = await leave(desk, manager, refunds);

  expect(refunds.name).toMatch(/^T\d{8}\d{3}the_group\.dat$/);
  const [head, ...records] = content.toString('latin1').split('\r\n');
  expect(head).toMatch(/^HEAD,the_group,\d{8},2\.1$/);
  expect(records.join()).toContain('Twint,Credit,desk_demo_sale,7000,CHF,');
  const answer = await carryOut(desk, refunds, content);
  const received = await bring(desk, manager, refunds, answer);
  const { counts } = await compareAnswer(desk.deps, manager.memberships, received.answerId);
  expect(counts).toMatchObject({ executed: 2 });
  await applyAnswer(desk.deps, asking(manager), received.answerId);
  expect(await statusesOf(both)).toEqual(new Set(['refunded']));
});

/** A pool whose transactions lose their connection at their n-th statement. */
function dyingPool(pool: pg.Pool, dieAt: number): pg.Pool {
  let statements = 0;
  const connect = async () => {
    const client = await pool.connect();
    const query = async (text: string, values?: unknown[]) => {
      statements += 1;
      if (statements === dieAt) throw new Error('the process died');
      return client.query(text, values);
    };
    return { query, release: () => client.release() };
  };
  return { connect } as unknown as pg.Pool;
}
