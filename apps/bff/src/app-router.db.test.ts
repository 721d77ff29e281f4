import { TRPCError } from '@trpc/server';
import { allRoles, type Right, type Role, rightsOf } from 'paygate-payments';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appRouter } from './app-router.ts';
import type { Deps } from './deps.ts';
import { openSession } from './sessions/open-session.ts';
import { readSession } from './sessions/read-session.ts';
import { type TestDatabase, testDatabase } from './storage/testing.ts';
import { standingClock, testDeps } from './testing.ts';
import { createCallerFactory } from './trpc.ts';
import { addPerson } from './users/testing.ts';

/** What each procedure asks for. A procedure that is missing here, or here alone, fails the test below. */
const rightOf: Readonly<Record<string, Right | 'nobody'>> = {
  'session.me': 'nobody',
  'session.signIn': 'nobody',
  'session.signOut': 'nobody',
  'session.inviteInfo': 'nobody',
  'session.acceptInvite': 'nobody',
  'overview.get': 'see',
  'overview.health': 'audit',
  'payments.list': 'see',
  'payments.totals': 'see',
  'payments.get': 'see',
  'payments.check': 'see',
  'payments.addNote': 'see',
  'payments.editNote': 'see',
  'payments.acceptFigures': 'approve',
  'payments.capture': 'capture',
  'payments.reverse': 'reverse',
  'payments.credit': 'refund',
  'payments.reimburse': 'refund',
  'payments.changeRefNr': 'reverse',
  'steps.list': 'see',
  'steps.totals': 'see',
  'steps.actors': 'see',
  'operations.get': 'see',
  'operations.unresolved': 'see',
  'operations.proposeReview': 'see',
  'operations.withdrawReview': 'see',
  'operations.confirmReview': 'approve',
  'reports.get': 'reports',
  'reports.today': 'reports',
  'reports.rows': 'reports',
  'reconciliation.list': 'reports',
  'reconciliation.get': 'reports',
  'reconciliation.items': 'reports',
  'reconciliation.mappings': 'reports',
  'reconciliation.preview': 'reports',
  'reconciliation.import': 'reports',
  'reconciliation.accept': 'reports',
  'reconciliation.note': 'reports',
  'reconciliation.compare': 'reports',
  'reconciliation.remove': 'reports',
  'links.list': 'link',
  'links.get': 'link',
  'links.connections': 'link',
  'links.ofPayment': 'see',
  'links.create': 'link',
  'links.withdraw': 'link',
  'links.sendMail': 'link',
  'links.previewImport': 'link',
  'links.createImport': 'link',
  'exports.list': 'export',
  'exports.estimate': 'export',
  'exports.create': 'export',
  'exports.repeat': 'export',
  'exports.stop': 'export',
  'exports.remove': 'export',
  'imports.list': 'import',
  'imports.get': 'import',
  'imports.lines': 'import',
  'imports.connections': 'import',
  'imports.preview': 'import',
  'imports.create': 'import',
  'imports.change': 'import',
  'batches.list': 'batch',
  'batches.get': 'batch',
  'batches.lines': 'batch',
  'batches.connections': 'batch',
  'batches.settings': 'connections',
  'batches.saveSettings': 'connections',
  'batches.plan': 'batch',
  'batches.create': 'batch',
  'batches.handOver': 'batch',
  'batches.giveUp': 'approve',
  'batches.compareAnswer': 'batch',
  'batches.applyAnswer': 'batch',
  'connections.list': 'connections',
  'connections.get': 'connections',
  'connections.brands': 'connections',
  'connections.create': 'connections',
  'connections.update': 'connections',
  'connections.test': 'connections',
  'shopApi.get': 'connections',
  'shopApi.makeKey': 'connections',
  'shopApi.rotateKey': 'connections',
  'shopApi.revokeKey': 'connections',
  'shopApi.saveWebhook': 'connections',
  'shopApi.renewSecret': 'connections',
  'shopApi.sendAgain': 'connections',
  'notifications.list': 'audit',
  'notifications.processAgain': 'connections',
  'notifications.passOnAgain': 'connections',
  'audit.list': 'audit',
  'audit.choices': 'audit',
  'audit.verify': 'audit',
  'views.list': 'see',
  'views.save': 'see',
  'views.remove': 'see',
  'views.remember': 'see',
  'users.list': 'users',
  'users.invite': 'users',
  'users.update': 'users',
  'users.renewInvite': 'users',
  'users.remove': 'users',
};
const procedures = Object.keys(appRouter._def.procedures);
const guarded = procedures.filter((path) => rightOf[path] !== 'nobody');

let db: TestDatabase;
let deps: Deps;
const cookies = new Map<Role, string>();

beforeAll(async () => {
  db = await testDatabase();
  deps = testDeps(db.database, standingClock(Date.UTC(2026, 10, 2)));
  for (const role of allRoles) {
    const id = await addPerson(db.database.read, { email: `${role}@shop.example`, role });
    cookies.set(role, `desk_session=${await openSession(deps, id, null)}`);
  }
});

afterAll(() => db.drop());

/** Calls a procedure without input, as far as its guard lets one come; answers the error's code, if any. */
async function knock(path: string, cookie: string | undefined, own: Deps = deps) {
  const caller = createCallerFactory(appRouter)({
    deps: own,
    person: await readSession(own, cookie),
    requestId: 'test',
    sessionToken: null,
    origin: 'http://localhost:3000',
    setCookie: () => undefined,
    setHeader: () => undefined,
  });
  const [feature = '', verb = ''] = path.split('.');
  const call: unknown = Reflect.get(Reflect.get(caller, feature), verb);
  if (typeof call !== 'function') throw new Error(`${path} is not a procedure`);
  try {
    await call(undefined);
    return null;
  } catch (error) {
    return error instanceof TRPCError ? error.code : 'threw';
  }
}

test('every procedure is listed with its right', () => {
  expect(new Set(procedures)).toEqual(new Set(Object.keys(rightOf)));
});

describe.each(procedures)('%s', (path) => {
  const right = rightOf[path];

  test.each(allRoles)('as %s', async (role) => {
    const code = await knock(path, cookies.get(role));

    const allowed = right === 'nobody' || (right !== undefined && rightsOf(role).includes(right));
    if (allowed) expect(['FORBIDDEN', 'UNAUTHORIZED', 'threw']).not.toContain(code);
    else expect(code).toBe('FORBIDDEN');
  });
});

describe.each(guarded)('%s', (path) => {
  test('is closed to those who are not signed in', async () => {
    expect(await knock(path, undefined)).toBe('UNAUTHORIZED');
    expect(await knock(path, 'desk_session=made-up')).toBe('UNAUTHORIZED');
  });
});

describe('outside demo, without a second factor', () => {
  const needed: readonly unknown[] = [
    'capture',
    'reverse',
    'refund',
    'approve',
    'connections',
    'users',
  ];

  test.each(guarded.filter((path) => needed.includes(rightOf[path])))(
    '%s is closed to everybody',
    async (path) => {
      const real = testDeps(db.database, deps.clock, { DEMO: 'off' });

      for (const role of allRoles)
        expect(await knock(path, cookies.get(role), real)).toBe('FORBIDDEN');
    },
  );
});

test('a denied change is written down with who, what and when', async () => {
  await knock('connections.create', cookies.get('auditor'));

  const { rows } = await db.database.read.query(
    `SELECT a.details, a.at, u.email FROM audit_log a JOIN users u ON u.id = a.actor_id
      WHERE action = 'denied' AND details ->> 'path' = 'connections.create' AND u.email = $1`,
    ['auditor@shop.example'],
  );
  expect(rows[0]).toEqual({
    email: 'auditor@shop.example',
    at: new Date(Date.UTC(2026, 10, 2)),
    details: { right: 'connections', path: 'connections.create' },
  });
});

test('a right that is taken away is gone with the next request', async () => {
  const { read } = db.database;
  const id = await addPerson(read, { email: 'leaver@shop.example', role: 'admin' });
  const cookie = `desk_session=${await openSession(deps, id, null)}`;
  expect(await knock('connections.list', cookie)).toBeNull();

  await read.query('UPDATE memberships SET role = $2 WHERE user_id = $1', [id, 'shipping']);

  expect(await knock('connections.list', cookie)).toBe('FORBIDDEN');
});
