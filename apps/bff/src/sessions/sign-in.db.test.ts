import { createHash } from 'node:crypto';
import { generateSync } from 'otplib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Deps } from '../deps.ts';
import { type TestDatabase, testDatabase } from '../storage/testing.ts';
import { standingClock, testDeps } from '../testing.ts';
import { addPerson } from '../users/testing.ts';
import { insertFailure } from './account-store.ts';
import { hashPassword } from './password.ts';
import { readSession } from './read-session.ts';
import { makeTotpSeed, totpPurpose } from './second-factor.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const password = 'correct horse battery';
const email = 'nora@shop.example';

let db: TestDatabase;
let clock: ReturnType<typeof standingClock>;
let demo: Deps;
let real: Deps;
let userId: string;

beforeAll(async () => {
  db = await testDatabase();
  const passwordHash = await hashPassword(password);
  userId = await addPerson(db.database.read, { email, role: 'service', passwordHash });
});

afterAll(() => db.drop());

beforeEach(async () => {
  clock = standingClock(Date.UTC(2026, 10, 2, 8));
  demo = testDeps(db.database, clock);
  real = { ...demo, env: { ...demo.env, demo: false } };
  const { read } = db.database;
  await read.query('DELETE FROM sign_in_failures');
  await read.query('DELETE FROM sessions');
  await read.query('UPDATE users SET totp_secret = NULL, totp_last_step = 0');
});

async function enter(deps: Deps, given: { password?: string; code?: string; email?: string } = {}) {
  return signIn(deps, { email, password, code: null, previousToken: null, ...given });
}

async function token(deps: Deps, previousToken: string | null = null): Promise<string> {
  const result = await signIn(deps, { email, password, code: null, previousToken });
  if (result.outcome !== 'signed-in') throw new Error(result.outcome);
  return result.token;
}

async function failures(deps: Deps, count: number, address = email) {
  for (let at = 0; at < count; at += 1) {
    const { outcome } = await enter(deps, { password: 'wrong', email: address });
    expect(outcome).toBe('wrong-credentials');
  }
}

/** Failures that took place, without the quarter of a second each. */
async function noted(count: number, address = email) {
  const account = createHash('sha256').update(address).digest('hex');
  for (let at = 0; at < count; at += 1) {
    await insertFailure(db.database.read, account, new Date(clock.wall()), new Date(0));
  }
}

describe('signing in', () => {
  test('opens a session that knows the person', async () => {
    const cookie = `other=1; desk_session=${await token(demo)}`;

    expect(await readSession(demo, cookie)).toMatchObject({
      email,
      secondFactor: false,
      memberships: [
        { merchantId: 1, role: 'service', rights: ['see', 'reverse', 'refund', 'link'] },
      ],
    });
  });

  test('takes the address in any case and with blanks around it', async () => {
    expect((await enter(demo, { email: ' Nora@Shop.example ' })).outcome).toBe('signed-in');
  });

  test('keeps no token, only its hash', async () => {
    const secret = await token(demo);

    const { rows } = await db.database.read.query('SELECT * FROM sessions');
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  test('ends the session the browser had before', async () => {
    const before = await token(demo);

    await token(demo, before);

    expect(await readSession(demo, `desk_session=${before}`)).toBeNull();
  });

  test('is written down', async () => {
    await db.drop();
    db = await testDatabase();
    const passwordHash = await hashPassword(password);
    userId = await addPerson(db.database.read, { email, role: 'service', passwordHash });
    demo = testDeps(db.database, clock);

    await enter(demo, { password: 'wrong' });
    await signOut(demo, await token(demo));

    const { rows } = await db.database.read.query(
      'SELECT action, actor_id AS actor, subject FROM audit_log ORDER BY seq',
    );
    const subject = `user:${userId}`;
    expect(rows).toEqual([
      { action: 'sign-in-failed', actor: null, subject },
      { action: 'signed-in', actor: userId, subject },
      { action: 'signed-out', actor: userId, subject },
    ]);
  });
});

describe('a session', () => {
  test('ends when one signs out', async () => {
    const secret = await token(demo);

    await signOut(demo, secret);

    expect(await readSession(demo, `desk_session=${secret}`)).toBeNull();
  });

  test('ends after two hours without a request', async () => {
    const cookie = `desk_session=${await token(demo)}`;

    clock.move(2 * HOUR - 1);
    expect(await readSession(demo, cookie)).not.toBeNull();
    clock.move(2 * HOUR);
    expect(await readSession(demo, cookie)).toBeNull();
  });

  test('ends after twelve hours in any case', async () => {
    const cookie = `desk_session=${await token(demo)}`;

    for (let hour = 0; hour < 11; hour += 1) {
      clock.move(HOUR);
      expect(await readSession(demo, cookie)).not.toBeNull();
    }
    clock.move(HOUR);
    expect(await readSession(demo, cookie)).toBeNull();
  });
});

describe('a wrong password', () => {
  test('is answered like an unknown account', async () => {
    const known = await enter(demo, { password: 'wrong' });
    const unknown = await enter(demo, { email: 'nobody@shop.example' });

    expect(unknown).toEqual(known);
  });

  test.each([
    ['a known', email],
    ['an unknown', 'nobody@shop.example'],
  ])('closes %s account after ten', async (_, address) => {
    await failures(real, 10, address);

    expect(await enter(real, { email: address })).toEqual({
      outcome: 'throttled',
      waitMs: 15 * MINUTE,
    });
  });

  test('is counted though many are sent at once', async () => {
    const results = await Promise.all(
      Array.from({ length: 20 }, () => enter(real, { password: 'wrong' })),
    );

    const outcomes = results.map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'wrong-credentials')).toHaveLength(10);
    expect(outcomes.filter((outcome) => outcome === 'throttled')).toHaveLength(10);
  });

  test('is forgotten after a quarter of an hour', async () => {
    await noted(10);
    clock.move(15 * MINUTE);

    expect((await enter(real)).outcome).toBe('signed-in');
  });

  test('closes the account for a minute at most in demo mode', async () => {
    await noted(10);
    expect(await enter(demo)).toEqual({ outcome: 'throttled', waitMs: MINUTE });

    clock.move(MINUTE);

    expect((await enter(demo)).outcome).toBe('signed-in');
  });

  test('does not count where it was right', async () => {
    await noted(9);
    for (let at = 0; at < 3; at += 1) expect((await enter(real)).outcome).toBe('signed-in');

    await failures(real, 1);

    expect((await enter(real)).outcome).toBe('throttled');
  });

  test('leaves other accounts alone', async () => {
    await noted(10, 'nobody@shop.example');

    expect((await enter(real)).outcome).toBe('signed-in');
  });
});

describe('a second factor', () => {
  const seed = makeTotpSeed();
  const codeAt = (ms: number) => generateSync({ secret: seed, epoch: Math.floor(ms / 1000) });

  beforeEach(async () => {
    const sealed = demo.secrets.seal(totpPurpose(userId), seed);
    await db.database.read.query('UPDATE users SET totp_secret = $2 WHERE id = $1', [
      userId,
      sealed,
    ]);
  });

  test('is asked for once the password was right', async () => {
    expect(await enter(real)).toEqual({ outcome: 'code-needed' });
    expect((await enter(real, { password: 'wrong' })).outcome).toBe('wrong-credentials');
  });

  test.each([
    ['the current code', 0],
    ['the code before', -30_000],
    ['the next code', 30_000],
  ])('may be %s', async (_, shift) => {
    const result = await enter(real, { code: codeAt(clock.wall() + shift) });

    expect(result.outcome).toBe('signed-in');
  });

  test.each([
    ['an old code', -90_000],
    ['a code of tomorrow', 86_400_000],
  ])('is not %s', async (_, shift) => {
    const result = await enter(real, { code: codeAt(clock.wall() + shift) });

    expect(result.outcome).toBe('wrong-code');
  });

  test('works once', async () => {
    const code = codeAt(clock.wall());
    expect((await enter(real, { code })).outcome).toBe('signed-in');

    expect((await enter(real, { code })).outcome).toBe('wrong-code');
  });

  test('counts as a failure when it is wrong', async () => {
    for (let at = 0; at < 10; at += 1) {
      expect((await enter(real, { code: codeAt(0) })).outcome).toBe('wrong-code');
    }

    expect((await enter(real, { code: codeAt(clock.wall()) })).outcome).toBe('throttled');
  });

  test('brings the rights that need it', async () => {
    const result = await enter(real, { code: codeAt(clock.wall()) });
    const secret = result.outcome === 'signed-in' ? result.token : '';
    const person = await readSession(real, `__Host-desk_session=${secret}`);

    expect(person?.memberships[0]?.rights).toEqual(['see', 'reverse', 'refund', 'link']);
  });
});

test('outside demo the rights that move money are absent without a second factor', async () => {
  const person = await readSession(real, `desk_session=${await token(real)}`);

  expect(person?.memberships[0]?.rights).toEqual(['see', 'link']);
});

test('outside demo the demo accounts do not exist', async () => {
  const { read } = db.database;
  const passwordHash = await hashPassword('desk-demo-2026');
  const address = 'manager@demo.example';
  await addPerson(read, { email: address, role: 'manager', passwordHash, demo: true });
  const given = { email: address, password: 'desk-demo-2026' };
  const inDemo = await enter(demo, given);
  const secret = inDemo.outcome === 'signed-in' ? inDemo.token : '';

  expect((await enter(real, given)).outcome).toBe('wrong-credentials');
  expect(await readSession(demo, `desk_session=${secret}`)).not.toBeNull();
  expect(await readSession(real, `desk_session=${secret}`)).toBeNull();
});
