import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from './app.ts';
import { dashboardRoute } from './http/dashboard-route.ts';
import { hashPassword } from './sessions/password.ts';
import { withOwner } from './storage/owner-connection.ts';
import { type TestDatabase, testDatabase } from './storage/testing.ts';
import { standingClock, testDeps } from './testing.ts';
import { addPerson } from './users/testing.ts';

const ours = { 'x-paygate-desk': '1', 'content-type': 'application/json' };
const account = { email: 'reto@shop.example', password: 'correct horse battery' };

let db: TestDatabase;
let server: Server;
let url: string;

beforeAll(async () => {
  db = await testDatabase();
  const passwordHash = await hashPassword(account.password);
  await addPerson(db.database.read, { email: account.email, role: 'manager', passwordHash });
  server = createServer(createApp(testDeps(db.database, standingClock(Date.UTC(2026, 10, 2)))));
  url = await listening(server);
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await db.drop();
});

async function listening(opened: Server): Promise<string> {
  await new Promise<void>((resolve) => opened.listen(0, '127.0.0.1', resolve));
  const { port } = opened.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

function post(path: string, body: unknown, headers: Record<string, string> = ours) {
  return fetch(`${url}/trpc/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** fetch() forbids some of the headers a test wants to send. */
function raw(path: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(`${url}${path}`, { headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .once('error', reject)
      .end();
  });
}

describe('the session cookie', () => {
  test('is plain on this machine, and closed to scripts and other sites', async () => {
    const answer = await post('session.signIn', account);

    expect(await answer.json()).toEqual({ result: { data: { next: 'done' } } });
    expect(answer.headers.get('set-cookie')).toMatch(
      /^desk_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
  });

  test('is bound to this host over https', async () => {
    const headers = { ...ours, 'x-forwarded-proto': 'https' };

    const answer = await post('session.signIn', account, headers);

    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-desk_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
    );
  });

  test('signs in and out', async () => {
    const cookie = await signedIn();
    const me = async () => {
      const answer = await fetch(`${url}/trpc/session.me`, { headers: { cookie } });
      const body = (await answer.json()) as { result: { data: { person: unknown } } };
      return body.result.data.person;
    };
    expect(await me()).toMatchObject({ email: account.email, memberships: [{ role: 'manager' }] });

    const left = await post('session.signOut', {}, { ...ours, cookie });

    expect(left.headers.get('set-cookie')).toContain('desk_session=; ');
    expect(await me()).toBeNull();
  });
});

async function signedIn(): Promise<string> {
  const answer = await post('session.signIn', account);
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

describe('a mutation', () => {
  const { 'x-paygate-desk': _, ...withoutOurs } = ours;

  test.each([
    ['without our header', withoutOurs],
    ['from another origin', { ...ours, origin: 'http://evil.example' }],
    ['from an opaque origin', { ...ours, origin: 'null' }],
    ['from another port of this machine', { ...ours, origin: 'http://127.0.0.1:9' }],
    ['from another site', { ...ours, 'sec-fetch-site': 'cross-site' }],
    ['from a sister site', { ...ours, 'sec-fetch-site': 'same-site' }],
    ['as a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['as plain text', { 'content-type': 'text/plain' }],
  ])('%s is refused', async (__, headers) => {
    const answer = await post('session.signIn', account, headers);

    expect(answer.status).toBe(403);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  test('from our own page is taken', async () => {
    const headers = { ...ours, origin: url, 'sec-fetch-site': 'same-origin' };

    expect((await post('session.signIn', account, headers)).status).toBe(200);
  });

  test('cannot be a GET', async () => {
    const input = encodeURIComponent(JSON.stringify(account));

    const answer = await fetch(`${url}/trpc/session.signIn?input=${input}`, { headers: ours });

    expect(answer.status).toBe(405);
  });
});

describe('a query', () => {
  test.each([
    ['from another origin', { origin: 'http://evil.example' }],
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
  ])('%s is refused', async (_, headers) => {
    expect(await raw('/trpc/session.me', headers)).toBe(403);
  });

  test('from our own page needs no header of ours', async () => {
    expect(await raw('/trpc/session.me', { 'sec-fetch-site': 'same-origin' })).toBe(200);
  });
});

describe('bad input', () => {
  test('of 10 MB is refused', async () => {
    const answer = await post('session.signIn', { ...account, password: 'x'.repeat(10_000_000) });

    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({
      error: { message: 'too-large', data: { code: 'PAYLOAD_TOO_LARGE' } },
    });
  });

  test('names its field', async () => {
    const answer = await post('session.signIn', { email: account.email });

    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      error: { data: { code: 'BAD_REQUEST', fields: [{ field: 'password' }] } },
    });
  });

  test('with a field nobody knows is refused by its name', async () => {
    const answer = await post('session.signIn', { ...account, admin: true });

    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      error: { data: { fields: [{ field: 'admin' }] } },
    });
  });

  test('that is not JSON is refused', async () => {
    const answer = await fetch(`${url}/trpc/session.signIn`, {
      method: 'POST',
      headers: ours,
      body: '{"email":',
    });

    expect(answer.status).toBe(400);
  });

  test.each(['nothing', 'payments.destroy', '__proto__', 'session.constructor'])(
    'procedure %s does not exist',
    async (path) => {
      expect((await post(path, {})).status).toBe(404);
      expect((await fetch(`${url}/trpc/${path}`)).status).toBe(404);
    },
  );

  test('as a batch of eleven is refused', async () => {
    const path = Array.from({ length: 11 }, () => 'session.me').join(',');

    expect((await fetch(`${url}/trpc/${path}?batch=1&input={}`)).status).toBe(400);
  });
});

test('ten failures close the account and say for how long', async () => {
  const wrong = { email: 'somebody@shop.example', password: 'wrong' };
  for (let at = 0; at < 10; at += 1) {
    const answer = await post('session.signIn', wrong);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ error: { message: 'wrong-credentials' } });
  }

  const closed = await post('session.signIn', wrong);

  expect(closed.status).toBe(429);
  expect(closed.headers.get('retry-after')).toBe('60');
});

describe('every answer', () => {
  test.each(['/health', '/trpc/session.me', '/no/such/page', '/callbacks/none/notify', '/events'])(
    'of %s carries the security headers',
    async (path) => {
      const { headers } = await fetch(`${url}${path}`);

      expect(headers.get('content-security-policy')).toContain("script-src 'self'");
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
    },
  );

  test('of the API is kept out of caches', async () => {
    const { headers } = await fetch(`${url}/trpc/session.me`);

    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('in demo mode is for this machine alone', async () => {
    expect(await raw('/trpc/session.me', { host: 'localhost:3000' })).toBe(200);
    expect(await raw('/trpc/session.me', { host: '[::1]:3000' })).toBe(200);
    expect(await raw('/trpc/session.me', { host: 'rebound.example' })).toBe(421);
  });
});

describe('the dashboard', () => {
  let folder: string;
  let page: string;
  let own: Server;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'desk-dashboard-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<title>Desk</title>');
    writeFileSync(join(folder, 'assets', 'main-1a2b.js'), '1');
    own = createServer(express().use(dashboardRoute(folder)));
    page = await listening(own);
  });

  afterAll(() => {
    own.closeAllConnections();
    own.close();
    rmSync(folder, { recursive: true });
  });

  test.each(['/', '/payments', '/payments/1/capture', '/sign-in?next=%2F'])(
    'is one page, also at %s, and never kept',
    async (path) => {
      const answer = await fetch(`${page}${path}`, { headers: { accept: 'text/html' } });

      expect(await answer.text()).toBe('<title>Desk</title>');
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    },
  );

  test('keeps its hashed files for ever', async () => {
    const answer = await fetch(`${page}/assets/main-1a2b.js`);

    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  test.each(['/assets/main-old.js', '/assets/../../package.json', '/%2e%2e/package.json'])(
    'serves no page in place of %s',
    async (path) => {
      const answer = await fetch(`${page}${path}`, { headers: { accept: '*/*' } });

      expect(await answer.text()).not.toContain('paygate');
    },
  );
});

describe('a character that no text can hold', () => {
  test.each(['/pay/%00', '/pay/a%00b', '/callbacks/%00/notify', '/api/v1/payments/%00'])(
    'is no fault of ours in %s',
    async (path) => {
      const answer = await fetch(`${url}${path}`);

      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
    },
  );

  test('is a field like any other that is not accepted', async () => {
    const answer = await post('session.signIn', { ...account, email: 'a\0b@shop.example' });

    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { message: 'control-character' } });
  });
});

test('who waits too long for what another holds is told to come again', async () => {
  await withOwner(db.ownerUrl, async (client) => {
    await client.query('BEGIN');
    await client.query('LOCK TABLE sessions IN ACCESS EXCLUSIVE MODE');
    const answer = await post('session.signIn', account);
    await client.query('ROLLBACK');

    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ error: { message: 'database-busy' } });
  });
  expect((await post('session.signIn', account)).status).toBe(200);
});

describe('while the database is away', () => {
  let away: Server;
  let awayUrl: string;

  beforeAll(async () => {
    const other = await testDatabase();
    away = createServer(createApp(testDeps(other.database, standingClock(0))));
    awayUrl = await listening(away);
    expect((await fetch(`${awayUrl}/health`)).status).toBe(200);
    await other.drop();
  });

  afterAll(() => {
    away.closeAllConnections();
    away.close();
  });

  test('health says so', async () => {
    const answer = await fetch(`${awayUrl}/health`);

    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({ status: 'database-unreachable' });
  });

  test('whoever calls without a session is told to come again', async () => {
    const token = `${'A'.repeat(21)}A`;

    for (const path of [`/pay/${token}`, '/callbacks/demo/notify']) {
      const answer = await fetch(`${awayUrl}${path}`);
      expect([path, answer.status, answer.headers.get('retry-after')]).toEqual([
        path,
        503,
        expect.stringMatching(/^[1-9]\d*$/),
      ]);
    }
  });

  test('a body that is too large is refused without asking it anything', async () => {
    const headers = { ...ours, cookie: 'desk_session=anything' };
    for (const [path, size] of [
      ['/trpc/payments.capture', 100_001],
      ['/uploads?merchantId=1', 10 * 1024 * 1024 + 1],
      ['/callbacks/demo/notify', 16 * 1024 + 1],
    ] as const) {
      const answer = await fetch(`${awayUrl}${path}`, {
        method: 'POST',
        headers,
        body: new Uint8Array(size),
      });
      expect([path, answer.status]).toEqual([path, 413]);
    }
  });

  test('every procedure says so, with an id and no detail', async () => {
    const cookie = 'desk_session=anything';

    const answer = await fetch(`${awayUrl}/trpc/session.me`, { headers: { cookie } });

    expect(answer.status).toBe(503);
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ error: { message: 'database-unreachable' } });
    expect(text).not.toMatch(/pool|postgres|stack|select|\.ts/i);
  });
});
