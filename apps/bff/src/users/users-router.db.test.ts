import { generateSync } from 'otplib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { appRouter } from '../app-router.ts';
import type { Deps } from '../deps.ts';
import { openSession } from '../sessions/open-session.ts';
import { readSession } from '../sessions/read-session.ts';
import { signIn } from '../sessions/sign-in.ts';
import { type TestDatabase, testDatabase } from '../storage/testing.ts';
import { standingClock, testDeps } from '../testing.ts';
import { createCallerFactory } from '../trpc.ts';
import { acceptInvite } from './accept-invite.ts';
import { createAdmin } from './create-admin.ts';
import { ensureDemo } from './ensure-demo.ts';
import { findInvite } from './find-invite.ts';
import { addPerson } from './testing.ts';
import { insertMembership } from './user-store.ts';

const HOUR = 3_600_000;
const password = 'correct horse battery';
const shipper = {
  email: 'luca@shop.example',
  name: 'Luca Meier',
  merchantId: 1,
  role: 'shipping' as const,
};
const limits = { refundLimit: 50_000, refundDailyLimit: 200_000 };
const noLimits = { refundLimit: null, refundDailyLimit: null };

let db: TestDatabase;
let clock: ReturnType<typeof standingClock>;
let deps: Deps;
let admin: Awaited<ReturnType<typeof callAs>>;
let adminId: string;

beforeEach(async () => {
  db = await testDatabase();
  clock = standingClock(Date.UTC(2026, 10, 2));
  deps = testDeps(db.database, clock);
  adminId = await addAdmin('ines@shop.example');
  admin = await callAs(adminId);
});

afterEach(() => db.drop());

async function addAdmin(email: string, merchantId = 1): Promise<string> {
  const { read } = db.database;
  return addPerson(read, { email, role: 'admin', merchantId, passwordHash: 'set' });
}

async function sessionOf(userId: string): Promise<string> {
  return `desk_session=${await openSession(deps, userId, null)}`;
}

/** The procedures as a person calls them who signed in just now. */
async function callAs(userId: string) {
  return createCallerFactory(appRouter)({
    deps,
    person: await readSession(deps, await sessionOf(userId)),
    requestId: 'test',
    sessionToken: null,
    origin: 'https://desk.example',
    setCookie: () => undefined,
    setHeader: () => undefined,
  }).users;
}

function tokenOf(link: string | null): string {
  return new URL(link ?? '').hash.replace('#token=', '');
}

async function codeNow(link: string | null): Promise<string> {
  const { totpSecret = '' } = (await findInvite(deps, tokenOf(link))) ?? {};
  return generateSync({ secret: totpSecret, epoch: clock.wall() / 1000 });
}

/** Follows a link to its end; answers the cookie of the session it opens. */
async function follow(link: string | null): Promise<string> {
  const code = await codeNow(link);
  const given = { token: tokenOf(link), password, code, previousToken: null };
  const result = await acceptInvite(deps, given);
  if (result.outcome !== 'accepted') throw new Error(result.outcome);
  return `desk_session=${result.token}`;
}

async function placeOf(userId: string) {
  const { rows } = await admin.list();
  return rows.find((row) => row.userId === userId);
}

async function audited(userId: string): Promise<unknown[]> {
  const { rows } = await db.database.read.query(
    `SELECT action, actor_id AS actor, details FROM audit_log
      WHERE subject = $1 AND action !~ '^sign'`,
    [`user:${userId}`],
  );
  return rows;
}

describe('an invited person', () => {
  test('follows the link, sets a password and has the rights of the role', async () => {
    const { link, userId, expiresAt } = await admin.invite(shipper);
    expect(link).toMatch(/^https:\/\/desk\.example\/accept-invite#token=[\w-]{43}$/);
    expect(expiresAt).toBe(clock.wall() + 24 * HOUR);
    expect(await placeOf(userId)).toMatchObject({ state: 'invited', inviteExpiresAt: expiresAt });

    const cookie = await follow(link);

    expect(await readSession(deps, cookie)).toMatchObject({
      email: shipper.email,
      secondFactor: true,
      memberships: [{ merchantId: 1, role: 'shipping', refundLimit: null }],
    });
    expect(await placeOf(userId)).toMatchObject({ state: 'active', secondFactor: true });
  });

  test('is written down as lower case, with limits where the role refunds', async () => {
    const service = { ...shipper, ...limits, role: 'service' as const };
    const first = await admin.invite({ ...service, email: ' Luca@Shop.example ' });
    const second = await admin.invite({ ...shipper, ...limits, email: 'nora@shop.example' });

    expect(await placeOf(first.userId)).toMatchObject({ email: shipper.email, ...limits });
    expect(await placeOf(second.userId)).toMatchObject(noLimits);
    expect(await audited(first.userId)).toEqual([
      { action: 'person-invited', actor: adminId, details: { role: 'service', ...limits } },
    ]);
  });

  test('needs a new link after a day', async () => {
    const { link, userId } = await admin.invite(shipper);
    clock.move(24 * HOUR);

    expect(await findInvite(deps, tokenOf(link))).toBeNull();
    expect((await placeOf(userId))?.state).toBe('lapsed');
  });

  test('is nowhere shown with the token of the link', async () => {
    const { link } = await admin.invite(shipper);

    const { rows } = await db.database.read.query('SELECT * FROM users, audit_log');
    expect(JSON.stringify([rows, await admin.list()])).not.toContain(tokenOf(link));
  });

  test.each([
    ['email', { email: 'luca' }],
    ['email', { email: 'ines@shop.example' }],
    ['name', { name: ' ' }],
    ['name', { name: 'Luca\u0000' }],
    ['refundLimit', { refundLimit: -1 }],
    ['refundDailyLimit', { refundDailyLimit: 0.5 }],
  ])('is refused by the field %s when it is wrong', async (field, wrong) => {
    await expect(admin.invite({ ...shipper, ...wrong })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      cause: { issues: [{ path: [field] }] },
    });
  });
});

describe('a change', () => {
  test('P07 counts from the next request on and is written down with old and new value', async () => {
    const { link, userId } = await admin.invite(shipper);
    const cookie = await follow(link);

    const changed = await admin.update({ merchantId: 1, userId, role: 'service', ...limits });

    expect(changed).toMatchObject({ role: 'service', ...limits });
    expect(await readSession(deps, cookie)).toMatchObject({
      memberships: [{ role: 'service', ...limits }],
    });
    expect(await audited(userId)).toContainEqual({
      action: 'person-changed',
      actor: adminId,
      details: {
        role: { from: 'shipping', to: 'service' },
        refundLimit: { from: null, to: 50_000 },
        refundDailyLimit: { from: null, to: 200_000 },
      },
    });
  });
});

describe('a new link', () => {
  test('clears password and second factor and ends every session', async () => {
    const { link, userId } = await admin.invite(shipper);
    const cookie = await follow(link);
    clock.move(HOUR);

    const renewed = await admin.renewInvite({ userId: userId.toUpperCase() });

    expect(await readSession(deps, cookie)).toBeNull();
    const given = { email: shipper.email, password, code: null, previousToken: null };
    expect((await signIn(deps, given)).outcome).toBe('wrong-credentials');
    expect(await readSession(deps, await follow(renewed.link))).toMatchObject({
      name: 'Luca Meier',
    });
    expect(await audited(userId)).toContainEqual(
      expect.objectContaining({ action: 'invite-renewed' }),
    );
  });

  test('takes the place of the one before', async () => {
    const { link, userId } = await admin.invite(shipper);

    await admin.renewInvite({ userId });

    expect(await findInvite(deps, tokenOf(link))).toBeNull();
  });
});

describe('a person who was removed', () => {
  test('P07 is out at once, stays out, and keeps the name in the history', async () => {
    const { link, userId } = await admin.invite(shipper);
    const cookie = await follow(link);

    await admin.remove({ userId, merchantId: 1 });

    expect(await readSession(deps, cookie)).toBeNull();
    expect(await placeOf(userId)).toBeUndefined();
    const given = { email: shipper.email, password, code: null, previousToken: null };
    expect((await signIn(deps, given)).outcome).toBe('wrong-credentials');
    expect(await audited(userId)).toContainEqual(
      expect.objectContaining({ action: 'person-removed' }),
    );
    const { rows } = await db.database.read.query('SELECT name FROM users WHERE id = $1', [userId]);
    expect(rows).toEqual([{ name: 'Luca Meier' }]);
  });

  test('cannot come in with a link that was under way', async () => {
    const { link, userId } = await admin.invite(shipper);

    await admin.remove({ userId, merchantId: 1 });

    expect(await findInvite(deps, tokenOf(link))).toBeNull();
  });

  test('can be invited anew and is the same person', async () => {
    const { userId } = await admin.invite(shipper);
    await admin.remove({ userId, merchantId: 1 });

    const again = await admin.invite({ ...shipper, role: 'auditor' });

    expect(again.userId).toBe(userId);
    expect(await readSession(deps, await follow(again.link))).toMatchObject({
      memberships: [{ role: 'auditor' }],
    });
  });
});

describe('an admin', () => {
  const own = { code: 'BAD_REQUEST', message: 'own-account' };

  test('cannot change, renew or remove the own account', async () => {
    const userId = adminId;
    const place = { userId, merchantId: 1 };

    await expect(admin.update({ ...place, role: 'manager', ...noLimits })).rejects.toMatchObject(
      own,
    );
    await expect(admin.renewInvite({ userId })).rejects.toMatchObject(own);
    await expect(admin.remove(place)).rejects.toMatchObject(own);
    expect(await placeOf(userId)).toMatchObject({ role: 'admin', locked: 'own-account' });
  });

  test.each(['update', 'remove', 'renewInvite'] as const)(
    'is left when two admins %s each other at the same time',
    async (verb) => {
      const otherId = await addAdmin('reto@shop.example');
      const other = await callAs(otherId);
      const act = async (caller: typeof admin, userId: string) => {
        const place = { userId, merchantId: 1 };
        if (verb === 'update') return caller.update({ ...place, role: 'auditor', ...noLimits });
        return verb === 'remove' ? caller.remove(place) : caller.renewInvite({ userId });
      };

      const results = await Promise.allSettled([act(admin, otherId), act(other, adminId)]);

      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const { rows } = await db.database.read.query(
        `SELECT 1 FROM memberships m JOIN users u ON u.id = m.user_id
          WHERE m.role = 'admin' AND u.password_hash IS NOT NULL`,
      );
      expect(rows).toHaveLength(1);
    },
  );
});

describe('between merchants', () => {
  let strangerId: string;

  beforeEach(async () => {
    strangerId = await addAdmin('otto@other.example', 2);
  });

  test('nobody sees, invites or changes people of another', async () => {
    const place = { userId: strangerId, merchantId: 2 };

    const { rows } = await admin.list();
    expect(rows.map(({ userId }) => userId)).toEqual([adminId]);
    const attempts = [
      () => admin.invite({ ...shipper, merchantId: 2 }),
      () => admin.update({ ...place, role: 'auditor', ...noLimits }),
      () => admin.update({ ...place, merchantId: 1, role: 'auditor', ...noLimits }),
      () => admin.remove(place),
      () => admin.remove({ ...place, merchantId: 1 }),
      () => admin.renewInvite({ userId: strangerId }),
    ];
    for (const attempt of attempts) {
      await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  test('nobody gets hold of an account that opens another', async () => {
    const invited = admin.invite({ ...shipper, email: 'otto@other.example' });
    await expect(invited).rejects.toMatchObject({ message: 'belongs-elsewhere' });

    const place = { merchantId: 1, email: 'otto@other.example', role: 'shipping' as const };
    await insertMembership(db.database.read, { ...place, ...noLimits });
    const renewed = admin.renewInvite({ userId: strangerId });

    await expect(renewed).rejects.toMatchObject({ message: 'belongs-elsewhere' });
  });

  test('who manages both adds a person without a new link, and one removal leaves the other', async () => {
    const place = { merchantId: 2, email: 'ines@shop.example', role: 'admin' as const };
    await insertMembership(db.database.read, { ...place, ...noLimits });
    admin = await callAs(adminId);
    const { link, userId } = await admin.invite(shipper);
    await follow(link);

    expect(await admin.invite({ ...shipper, merchantId: 2 })).toMatchObject({ userId, link: null });
    await admin.remove({ userId, merchantId: 1 });

    expect(await readSession(deps, await sessionOf(userId))).toMatchObject({
      memberships: [{ merchantId: 2 }],
    });
    expect((await placeOf(userId))?.state).toBe('active');
  });
});

describe('in the demo', () => {
  beforeEach(async () => {
    await db.database.read.query('DELETE FROM sessions');
    await db.database.read.query('DELETE FROM memberships');
    await db.database.read.query('DELETE FROM users');
    await ensureDemo(deps);
    const { rows } = await db.database.read.query<{ id: string }>(
      `SELECT id FROM users WHERE email = 'admin@demo.example'`,
    );
    adminId = rows[0]?.id ?? '';
    admin = await callAs(adminId);
  });

  test('the accounts everybody uses stay as they are', async () => {
    const { rows } = await admin.list();
    const service = rows.find(({ role }) => role === 'service');
    const userId = service?.userId ?? '';
    const refused = { message: 'demo-account' };

    expect(service?.locked).toBe('demo-account');
    await expect(admin.remove({ userId, merchantId: 1 })).rejects.toMatchObject(refused);
    await expect(admin.renewInvite({ userId })).rejects.toMatchObject(refused);
  });

  test('an invited person can sign in, and the demo starts again', async () => {
    const { link, userId } = await admin.invite(shipper);
    await follow(link);

    await ensureDemo(deps);

    expect(await placeOf(userId)).toMatchObject({ state: 'active', locked: null });
  });

  test('whoever was invited does not exist outside of it, nor keeps a first admin away', async () => {
    const { link } = await admin.invite(shipper);
    const cookie = await follow(link);
    const { link: pending } = await admin.invite({ ...shipper, email: 'nora@shop.example' });
    const real = { ...deps, env: { ...deps.env, demo: false } };
    const first = { email: 'ines@shop.example', name: 'Ines Rossi', merchantName: 'Shop' };

    expect(await readSession(real, cookie)).toBeNull();
    expect(await findInvite(real, tokenOf(pending))).toBeNull();
    await expect(createAdmin(real, { ...first, email: shipper.email })).rejects.toThrow(/the demo/);
    expect(await createAdmin(real, first)).toMatch(/^[\w-]{43}$/);
  });
});
