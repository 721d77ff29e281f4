import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '../storage/database.ts';
import { withOwner } from '../storage/owner-connection.ts';
import { type TestDatabase, testDatabase } from '../storage/testing.ts';
import { describeReport } from './describe-report.ts';
import { recordAudit } from './record-audit.ts';
import { recordAudits } from './record-audits.ts';
import { verifyAudit } from './verify-audit.ts';

const AT = Date.UTC(2026, 10, 2, 8);

let db: TestDatabase;
beforeEach(async () => {
  db = await testDatabase();
});
afterEach(() => db.drop());

async function write(subject: string, merchantId = 1): Promise<void> {
  await inTransaction(db.database.money, (sql) =>
    recordAudit(sql, {
      merchantId,
      at: AT + 0.5,
      actorId: '01980000-0000-7000-8000-000000000001',
      action: 'capture-requested',
      subject,
      details: { note: `für «${subject}»\n\u0001`, amount: 50_00, left: undefined },
    }),
  );
}

const writeMany = async (count: number, merchantId = 1) => {
  for (let at = 1; at <= count; at += 1) await write(`payment:${at}`, merchantId);
};
const asOwner = (text: string) => withOwner(db.ownerUrl, (client) => client.query(text));
const seqs = async () => {
  const { rows } = await db.database.read.query<{ seq: number }>(
    'SELECT seq FROM audit_log WHERE merchant_id = 1 ORDER BY seq',
  );
  return rows.map(({ seq }) => seq);
};
const faults = async () => {
  const reports = await verifyAudit(db);
  return reports.filter(({ fault }) => fault !== null).map(describeReport);
};

describe('the chain', () => {
  test('has no gap and no fork though 32 transactions append at once', async () => {
    await Promise.all(Array.from({ length: 32 }, (_, at) => write(`payment:${at}`)));

    expect(await seqs()).toEqual(Array.from({ length: 32 }, (_, at) => at + 1));
    expect(await verifyAudit(db)).toMatchObject([{ merchantId: 1, lines: 32, fault: null }]);
  });

  test('has no gap where a transaction is rolled back', async () => {
    await write('payment:1');
    const failed = inTransaction(db.database.money, async (sql) => {
      await recordAudit(sql, {
        merchantId: 1,
        at: AT,
        actorId: null,
        action: 'capture-requested',
        subject: 'payment:2',
        details: {},
      });
      throw new Error('nothing came of it');
    });
    await expect(failed).rejects.toThrow('nothing came of it');
    await write('payment:3');

    expect(await seqs()).toEqual([1, 2]);
    expect(await faults()).toEqual([]);
  });

  test('is each merchant’s own', async () => {
    await writeMany(3, 1);
    await writeMany(2, 2);

    expect(await verifyAudit(db)).toMatchObject([
      { merchantId: 1, lines: 3, fault: null },
      { merchantId: 2, lines: 2, fault: null },
    ]);
  });

  test('goes on where many lines are appended at once, page after page', async () => {
    await write('payment:1');
    const many = Array.from({ length: 1201 }, (_, at) => ({
      at: AT + 0.5,
      actorId: null,
      action: 'capture-requested',
      subject: `payment:${at}`,
      details: { note: `für «${at}»` },
    }));

    await inTransaction(db.database.money, (sql) => recordAudits(sql, 1, many));
    await write('payment:2');

    expect(await seqs()).toEqual(Array.from({ length: 1203 }, (_, at) => at + 1));
    expect(await verifyAudit(db)).toMatchObject([{ merchantId: 1, lines: 1203, fault: null }]);
  });

  test('is read page by page', async () => {
    await writeMany(1);
    await asOwner(
      `INSERT INTO audit_log SELECT merchant_id, at, actor_id, action, subject, details,
         generate_series(2, 2500), prev_hash, hash FROM audit_log`,
    );

    expect(await verifyAudit(db)).toMatchObject([
      { lines: 2500, fault: { seq: 2, what: 'moved' } },
    ]);
  });
});

const LINE_4 = 'WHERE merchant_id = 1 AND seq = 4';
const line = (text: string) => [`merchant 1: NOT INTACT: line ${text}`];
const wasChanged = line('4 was changed after it was written');

test.each([
  ['another instant', `UPDATE audit_log SET at = at + interval '1 ms' ${LINE_4}`, wasChanged],
  ['no instant at all', `UPDATE audit_log SET at = 'infinity' ${LINE_4}`, wasChanged],
  ['another person', `UPDATE audit_log SET actor_id = NULL ${LINE_4}`, wasChanged],
  ['another action', `UPDATE audit_log SET action = 'signed-in' ${LINE_4}`, wasChanged],
  ['another subject', `UPDATE audit_log SET subject = 'payment:9' ${LINE_4}`, wasChanged],
  ['other details', `UPDATE audit_log SET details = '{"amount":1}' ${LINE_4}`, wasChanged],
  [
    'details that only look different',
    `UPDATE audit_log SET details = (' ' || details::text)::json ${LINE_4}`,
    wasChanged,
  ],
  [
    'another hash before it',
    `UPDATE audit_log SET prev_hash = sha256(prev_hash) ${LINE_4}`,
    wasChanged,
  ],
  ['another hash', `UPDATE audit_log SET hash = sha256(hash) ${LINE_4}`, wasChanged],
  ['no line', `DELETE FROM audit_log ${LINE_4}`, line('4 is missing')],
  ['no last line', 'DELETE FROM audit_log WHERE seq = 6', line('6 is missing')],
  ['no line at all', 'TRUNCATE audit_log', line('1 is missing')],
  [
    'two lines that changed places',
    `UPDATE audit_log SET seq = 99 ${LINE_4};
     UPDATE audit_log SET seq = 4 WHERE seq = 5;
     UPDATE audit_log SET seq = 5 WHERE seq = 99`,
    line('4 is not the one that was written after line 3'),
  ],
  [
    'a line there twice',
    `ALTER TABLE audit_log DROP CONSTRAINT audit_log_pkey;
     INSERT INTO audit_log SELECT * FROM audit_log ${LINE_4}`,
    line('4 is there twice'),
  ],
  [
    'a forgotten head',
    'DELETE FROM audit_heads',
    line('1 is behind the one that was noted as the last'),
  ],
])('%s is found in the database', async (_, tampering, found) => {
  await writeMany(6);
  expect(await faults()).toEqual([]);

  await asOwner(tampering);

  expect(await faults()).toEqual(found);
});

describe("the application's role", () => {
  test('can move the end of a chain but not remove it', async () => {
    await write('payment:1');
    const { read } = db.database;

    await expect(read.query('DELETE FROM audit_heads')).rejects.toThrow('denied');
    await expect(read.query('TRUNCATE audit_heads')).rejects.toThrow('denied');
  });
});
