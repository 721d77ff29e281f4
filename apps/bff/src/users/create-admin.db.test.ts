import { generateSync } from 'otplib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Deps } from '../deps.ts';
import { readSession } from '../sessions/read-session.ts';
import { signIn } from '../sessions/sign-in.ts';
import { type TestDatabase, testDatabase } from '../storage/testing.ts';
import { standingClock, testDeps } from '../testing.ts';
import { acceptInvite } from './accept-invite.ts';
import { createAdmin } from './create-admin.ts';
import { ensureDemo } from './ensure-demo.ts';
import { findInvite } from './find-invite.ts';

const HOUR = 3_600_000;
const command = { email: 'Ines@Shop.example', name: 'Ines Rossi', merchantName: 'Shop' };
const password = 'correct horse battery';

let db: TestDatabase;
let clock: ReturnType<typeof standingClock>;
let deps: Deps;

beforeEach(async () => {
  db = await testDatabase();
  clock = standingClock(Date.UTC(2026, 10, 2));
  deps = testDeps(db.database, clock, { DEMO: 'off' });
});

afterEach(() => db.drop());

async function codeFor(token: string): Promise<string> {
  const invite = await findInvite(deps, token);
  return generateSync({ secret: invite?.totpSecret ?? '', epoch: clock.wall() / 1000 });
}

async function accept(token: string, code: string) {
  return acceptInvite(deps, { token, password, code, previousToken: null });
}

describe('the first admin', () => {
  test('follows the link, proves the authenticator, and is in with every right of an admin', async () => {
    const token = await createAdmin(deps, command);
    const invite = await findInvite(deps, token);
    expect(invite).toMatchObject({ email: 'ines@shop.example', name: 'Ines Rossi' });
    expect(invite?.totpUri).toContain('otpauth://totp/Paygate%20Desk:ines%40shop.example');

    const result = await accept(token, await codeFor(token));

    const session = result.outcome === 'accepted' ? result.token : '';
    expect(await readSession(deps, `desk_session=${session}`)).toMatchObject({
      secondFactor: true,
      memberships: [
        { merchantName: 'Shop', rights: ['see', 'connections', 'users', 'audit', 'import'] },
      ],
    });
  });

  test('signs in afterwards with password and code', async () => {
    const token = await createAdmin(deps, command);
    const { totpSecret = '' } = (await findInvite(deps, token)) ?? {};
    await accept(token, await codeFor(token));
    clock.move(60_000);
    const given = { email: command.email, password, previousToken: null };

    expect(await signIn(deps, { ...given, code: null })).toEqual({ outcome: 'code-needed' });
    const code = generateSync({ secret: totpSecret, epoch: clock.wall() / 1000 });
    expect((await signIn(deps, { ...given, code })).outcome).toBe('signed-in');
  });

  test('cannot sign in before the link was followed', async () => {
    await createAdmin(deps, command);

    const given = { email: command.email, password: '', code: null, previousToken: null };

    expect((await signIn(deps, given)).outcome).toBe('wrong-credentials');
  });
});

describe('the link', () => {
  test('works once', async () => {
    const token = await createAdmin(deps, command);
    const code = await codeFor(token);
    await accept(token, code);

    expect((await accept(token, code)).outcome).toBe('unknown');
    expect(await findInvite(deps, token)).toBeNull();
  });

  test('works once, also when it is followed twice at the same time', async () => {
    const token = await createAdmin(deps, command);
    const code = await codeFor(token);

    const results = await Promise.all([accept(token, code), accept(token, code)]);

    expect(results.map(({ outcome }) => outcome).filter((it) => it === 'accepted')).toHaveLength(1);
  });

  test('needs the right code', async () => {
    const token = await createAdmin(deps, command);

    expect((await accept(token, '000000')).outcome).toBe('wrong-code');
    expect((await accept(token, await codeFor(token))).outcome).toBe('accepted');
  });

  test('ends after a day, and can be made anew then', async () => {
    const token = await createAdmin(deps, command);
    clock.move(24 * HOUR);
    expect(await findInvite(deps, token)).toBeNull();

    const second = await createAdmin(deps, command);

    expect(await findInvite(deps, second)).not.toBeNull();
  });

  test('is nowhere in the database', async () => {
    const token = await createAdmin(deps, command);

    const { rows } = await db.database.read.query('SELECT * FROM users, audit_log');
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

test('there is one first admin, however many are made at once', async () => {
  const attempts = await Promise.allSettled(
    Array.from({ length: 8 }, (_, at) =>
      createAdmin(deps, { ...command, email: `a${at}@b.example` }),
    ),
  );

  expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const { rows } = await db.database.read.query('SELECT email FROM users');
  expect(rows).toHaveLength(1);
});

describe('the demo', () => {
  test('is made once, however often and from wherever it is started', async () => {
    const demo = testDeps(db.database, clock);
    await Promise.all([ensureDemo(demo), ensureDemo(demo)]);

    await ensureDemo(demo);

    const { rows } = await db.database.read.query(
      `SELECT (SELECT count(*) FROM users) AS users, (SELECT count(*) FROM merchants) AS merchants,
        (SELECT array_agg(slug ORDER BY slug) FROM gateway_connections) AS slugs`,
    );
    const slugs = ['demo', 'demo-sale', 'demo-test', 'other'];
    expect(rows).toEqual([{ users: 5, merchants: 2, slugs }]);
  });

  test('points its connections at the gateway of this start', async () => {
    await ensureDemo(testDeps(db.database, clock));

    const gateway = 'http://127.0.0.1:4100';
    await ensureDemo({
      ...testDeps(db.database, clock, { GATEWAY_URL: gateway }),
      secrets: deps.secrets,
    });

    const { rows } = await db.database.read.query(
      'SELECT DISTINCT base_url FROM gateway_connections',
    );
    expect(rows).toEqual([{ base_url: gateway }]);
  });

  test('is not made where real people are', async () => {
    await createAdmin(deps, command);

    await expect(ensureDemo(testDeps(db.database, clock))).rejects.toThrow(/Set DEMO=off/);
  });

  test('leaves a real first admin possible', async () => {
    await ensureDemo(testDeps(db.database, clock));

    await expect(createAdmin(deps, command)).resolves.toMatch(/^[\w-]{43}$/);
  });
});
