import { awaitPayment, signInApi } from '../desk/api.ts';
import { expect, test } from '../desk/test.ts';

test.describe('the callback contract', () => {
  const post = (url: string, body: string) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body,
    });

  for (const [what, body, status] of [
    ['garbage', 'hello', 400],
    ['an empty body', '', 400],
    ['hexadecimal that no key opens', `Len=16&Data=${'ab'.repeat(16)}`, 400],
    ['a second Data smuggled in', `Len=16&Data=${'ab'.repeat(16)}&Data=${'cd'.repeat(16)}`, 400],
    ['more than 16 KB', `Len=16&Data=${'ab'.repeat(9_000)}`, 413],
  ] as const) {
    test(`answers ${what} with ${status}`, async ({ desk }) => {
      const response = await post(`${desk.url}/callbacks/demo/notify`, body);

      expect(response.status).toBe(status);
    });
  }

  test('answers a connection that does not exist with 404', async ({ desk }) => {
    expect((await post(`${desk.url}/callbacks/nobody/notify`, 'Len=8&Data=00')).status).toBe(404);
  });

  test('believes no forged or tampered notification', async ({ desk, control }) => {
    const api = await signInApi(desk.url, 'manager');
    await control.fault('notify-bad-mac');
    const tampered = await control.pay({ amount: 1_234 });
    const honest = await control.pay({ amount: 4_321 });

    await awaitPayment(api, honest.transId);

    const { body } = await api.query('payments.list', {
      search: tampered.transId,
      sort: 'created',
      order: 'desc',
      limit: 5,
    });
    expect(body.result.data.rows).toEqual([]);
  });

  test('shows a payment that a shop made, with its deadlines', async ({ desk, control }) => {
    const api = await signInApi(desk.url, 'shipping');

    const made = await control.pay({ amount: 5_500, refNr: 'A-77' });
    const row = await awaitPayment(api, made.transId);

    expect(row).toMatchObject({
      payId: made.payId,
      status: 'authorized',
      authorized: 5_500,
      remaining: 5_500,
      captureUrgency: 'calm',
    });
    expect(row.captureBy - row.authorizedAt).toBe(168 * 3_600_000);
    expect(row.refundUntil - row.authorizedAt).toBe(180 * 24 * 3_600_000);
  });
});
