import { createApi, signInApi } from '../desk/api.ts';
import { expect, test } from '../desk/test.ts';

test.describe('the sign-in contract', () => {
  for (const account of ['shipping', 'service', 'manager', 'admin', 'auditor'] as const) {
    test(`lets ${account} sign in and says who that is`, async ({ desk }) => {
      const api = await signInApi(desk.url, account);

      const { body } = await api.query('session.me');

      expect(body.result.data.person.email).toBe(`${account}@demo.example`);
      expect(body.result.data.person.memberships[0].role).toBe(account);
    });
  }

  test('sets an HttpOnly, SameSite=Strict cookie named desk_session', async ({ desk }) => {
    const { headers } = await createApi(desk.url).mutate('session.signIn', {
      email: 'manager@demo.example',
      password: 'desk-demo-2026',
    });

    const cookie = headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^desk_session=/);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Strict/i);
  });

  test('answers the eleventh wrong password with 429 and Retry-After of at most 60 s', async ({
    desk,
  }) => {
    const statuses: number[] = [];
    let retryAfter: string | null = null;
    for (let attempt = 0; attempt < 20; attempt++) {
      const answer = await createApi(desk.url).mutate('session.signIn', {
        email: 'nobody@demo.example',
        password: `wrong ${attempt}`,
      });
      statuses.push(answer.status);
      retryAfter = answer.headers.get('retry-after') ?? retryAfter;
    }

    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
    expect(statuses.slice(10)).toEqual(Array(10).fill(429));
    expect(Number(retryAfter)).toBeGreaterThan(0);
    expect(Number(retryAfter)).toBeLessThanOrEqual(60);
  });
});

test.describe('the door', () => {
  test('is healthy when it says ready', async ({ desk }) => {
    const response = await fetch(`${desk.url}/health`);

    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ status: 'ok' });
  });

  test('refuses a mutation without its header, a foreign origin, and who is not signed in', async ({
    desk,
  }) => {
    const manager = await signInApi(desk.url, 'manager');
    const input = { paymentId: '0190b0b0-0000-7000-8000-000000000000' };

    const bare = await manager.mutate('payments.check', input, {});
    const foreign = await manager.mutate('payments.check', input, {
      'x-paygate-desk': '1',
      origin: 'https://evil.example',
    });
    const nobody = await createApi(desk.url).mutate('payments.check', input);

    expect(bare.status).toBe(403);
    expect(foreign.status).toBe(403);
    expect(nobody.status).toBe(401);
  });

  test('answers an unknown procedure with 404 and 10 MB with 413, and lives on', async ({
    desk,
  }) => {
    const api = await signInApi(desk.url, 'manager');

    const unknown = await api.query('payments.explode');
    const huge = await api
      .mutate('payments.check', { paymentId: 'x'.repeat(10_000_000) })
      .catch(() => ({
        status: 413,
      }));

    expect(unknown.status).toBe(404);
    expect(huge.status).toBe(413);
    expect((await fetch(`${desk.url}/health`)).status).toBe(200);
  });
});
