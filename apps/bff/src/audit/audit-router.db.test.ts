import { type Role, rightsOf } from 'paygate-payments';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appRouter } from '../app-router.ts';
import type { Person } from '../sessions/person.ts';
import { inTransaction } from '../storage/database.ts';
import { withOwner } from '../storage/owner-connection.ts';
import { type TestDatabase, testDatabase } from '../storage/testing.ts';
import { standingClock, testDeps } from '../testing.ts';
import { createCallerFactory } from '../trpc.ts';
import { addPerson } from '../users/testing.ts';
import { recordAudit } from './record-audit.ts';

const START = Date.UTC(2026, 10, 2, 23, 30);
let db: TestDatabase;
let person: { id: string; other: string };

beforeAll(async () => {
  db = await testDatabase();
  const add = (email: string, role: Role, merchantId = 1) =>
    addPerson(db.database.read, { email, role, merchantId });
  person = {
    id: await add('m@shop.example', 'manager'),
    other: await add('s@shop.example', 'service'),
  };
  await add('x@other.example', 'manager', 2);
  for (let line = 1; line <= 9; line += 1) {
    await write(
      1,
      line,
      line % 3 === 0 ? person.other : person.id,
      line % 2 ? 'signed-in' : 'denied',
    );
  }
  await write(2, 1, null, 'lapsed');
});
afterAll(() => db.drop());

const write = (merchantId: number, line: number, actorId: string | null, action: string) =>
  inTransaction(db.database.read, (sql) =>
    recordAudit(sql, {
      merchantId,
      at: START + line * 60_000,
      actorId,
      action,
      subject: `user:${person.id}`,
      details: { line },
    }),
  );

const as = (merchantId: number, role: Role = 'auditor') => {
  const reader: Person = {
    id: person.id,
    email: 'm@shop.example',
    name: role,
    secondFactor: false,
    memberships: [
      {
        merchantId,
        merchantName: `Merchant ${merchantId}`,
        role,
        rights: rightsOf(role),
        refundLimit: null,
        refundDailyLimit: null,
      },
    ],
  };
  return createCallerFactory(appRouter)({
    deps: testDeps(db.database, standingClock(START)),
    person: reader,
    requestId: 'test',
    sessionToken: null,
    origin: 'http://localhost:3000',
    setCookie: () => undefined,
    setHeader: () => undefined,
  }).audit;
};

describe('the audit log', () => {
  test('is met line by line exactly once, newest first, with names', async () => {
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<ReturnType<typeof as>['list']>> = await as(1).list({
        limit: 4,
        cursor,
      });
      seen.push(...page.rows.map(({ seq }) => seq));
      expect(page.rows[0]).toMatchObject({ subject: `user:${person.id}`, subjectName: 'manager' });
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });

  test('is narrowed to a person, an action, a subject and Swiss days', async () => {
    const found = async (filter: Parameters<ReturnType<typeof as>['list']>[0]) =>
      (await as(1).list(filter)).rows.map(({ seq }) => seq);
    expect(await found({ actorId: person.other })).toEqual([9, 6, 3]);
    expect(await found({ action: 'denied' })).toEqual([8, 6, 4, 2]);
    expect(await found({ subject: `user:${person.id}`, action: 'denied' })).toHaveLength(4);
    expect(await found({ subject: 'user:nobody' })).toEqual([]);
    // 23:30 in London is past midnight in Zurich.
    expect(await found({ from: '2026-11-03', to: '2026-11-03' })).toHaveLength(9);
    expect(await found({ to: '2026-11-02' })).toEqual([]);
    await expect(as(1).list({ cursor: 'made-up' })).rejects.toThrow('not-a-cursor');
    expect(await as(1).choices()).toMatchObject({
      people: [{ name: 'manager' }, { name: 'service' }],
      actions: ['denied', 'signed-in'],
      since: START + 60_000,
    });
  });

  test("shows no line of another merchant's", async () => {
    expect((await as(2).list({})).rows).toHaveLength(1);
    expect((await as(2).choices()).actions).toEqual(['lapsed']);
  });

  test('is verified on demand: whole, and where it was tampered with', async () => {
    const { reports } = await as(1).verify();
    expect(reports).toMatchObject([{ merchantId: 1, lines: 9, fault: null }]);
    expect((await as(1).choices()).verified).toEqual([{ at: START, lines: 9, fault: null }]);

    await withOwner(db.ownerUrl, (client) =>
      client.query(`UPDATE audit_log SET action = 'nothing' WHERE merchant_id = 1 AND seq = 4`),
    );
    const after = await as(1).verify();
    expect(after.reports).toMatchObject([{ fault: { seq: 4, what: 'changed' } }]);
    expect((await as(1).choices()).verified).toMatchObject([{ lines: 10, fault: 4 }]);
    expect((await as(2).verify()).reports).toMatchObject([{ merchantId: 2, fault: null }]);
  });
});
