import { openNotification } from 'paygate-core/notification';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  demoCipher,
  demoKeys,
  openBody,
  sealRequest,
  startMerchant,
  startTestGateway,
  type TestGateway,
  until,
} from '../testing.ts';

let gateway: TestGateway;
let shop: Awaited<ReturnType<typeof startMerchant>>;
beforeEach(async () => {
  gateway = await startTestGateway();
  shop = await startMerchant();
});
afterEach(async () => {
  await gateway.close();
  await shop.close();
});

const order = (more = {}) => ({
  TransID: 'web-1',
  Amount: '123456',
  Currency: 'CHF',
  OrderDesc: 'Käse <script>alert(1)</script>',
  URLSuccess: `${shop.base}/success`,
  URLFailure: `${shop.base}/failure`,
  URLNotify: shop.url,
  Response: 'encrypt',
  ...more,
});

/** What a browser does at twint.aspx, with the addresses it finds on the page. */
async function openPage(more = {}, method: 'GET' | 'POST' = 'POST') {
  const body = sealRequest(order(more), 'desk_demo');
  const response = await (method === 'GET'
    ? fetch(`${gateway.url}/twint.aspx?${body}`)
    : fetch(`${gateway.url}/twint.aspx`, { method, body }));
  const text = await response.text();
  const payId = /\/pay\/([0-9a-f]{32})\/state/.exec(text)?.[1] ?? '';
  const phone = /data-url="([^"]+)"/.exec(text)?.[1] ?? '';
  return { text, payId, phone };
}

const choose = (phone: string, choice: string) =>
  fetch(phone, { method: 'POST', body: new URLSearchParams({ choice }) });

async function returnFrom(payId: string): Promise<URL> {
  await until(async () => {
    const state = await fetch(`${gateway.url}/pay/${payId}/state`);
    return ((await state.json()) as { decided: boolean }).decided;
  });
  const back = await fetch(`${gateway.url}/pay/${payId}/return`, { redirect: 'manual' });
  return new URL(back.headers.get('location') ?? 'http://nowhere');
}

const read = (url: URL) =>
  openNotification({
    credentials: { merchantId: 'desk_demo', cipher: demoCipher, macKey: demoKeys.macKey },
    kind: 'success',
    body: url.search.slice(1),
  });

describe('the payment page', () => {
  test.each(['GET', 'POST'] as const)(
    'shows by %s what to pay, escaped, and a QR code',
    async (method) => {
      const { text, phone } = await openPage({}, method);

      expect(text).toContain('CHF 1’234.56');
      expect(text).toContain('Käse &lt;script&gt;');
      expect(text).toContain('<svg');
      expect(phone).toMatch(/^http:\/\/localhost:[0-9]+\/phone\/[\w-]{32}$/);
    },
  );

  test.each([
    ['Currency', { Currency: 'EUR' }, '20160006'],
    ['Amount', { Amount: '99' }, '20600070'],
    ['URLNotify', { URLNotify: 'https://shop.example/notify?x=1' }, '20110022'],
    ['URLSuccess', { URLSuccess: 'http://shop.example/success' }, '20110020'],
    ['Capture', { Capture: '169' }, '20110009'],
    ['OrderDesc', { OrderDesc: '' }, '20100011'],
  ])('is refused with the code when %s is wrong', async (_name, change, code) => {
    const { text, payId } = await openPage(change);

    expect(text).toContain(code);
    expect(payId).toBe('');
    const { body } = await gateway.json<{ entries: unknown[] }>('GET', '/control/ledger');
    expect(body.entries).toEqual([]);
  });
});

describe('the phone page', () => {
  test('approves by its address alone; the browser comes back with the sealed result', async () => {
    const { payId, phone } = await openPage({ Plain: 'p1', Custom: 'a=1|b=2', UserData: 'u' });
    const page = await (await fetch(phone)).text();

    const after = await (await choose(phone, 'approve')).text();
    const url = await returnFrom(payId);

    expect(page).toContain('name="choice" value="approve"');
    expect(after).toContain('Paid.');
    expect(url.pathname).toBe('/success');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({ Plain: 'p1', a: '1', b: '2' });
    expect(read(url)).toMatchObject({
      trusted: true,
      event: { payId, transId: 'web-1', status: 'AUTHORIZE_REQUEST', userData: 'u' },
    });
    expect(await gateway.ledger(payId)).toMatchObject([
      { kind: 'authorization', amount: 123_456, source: 'customer' },
    ]);
    await until(() => shop.received.length === 1);
    expect(shop.statuses()).toEqual(['AUTHORIZE_REQUEST']);
  });

  test('declines, once and for all', async () => {
    const { payId, phone } = await openPage();

    await choose(phone, 'cancel');
    await choose(phone, 'approve');
    const url = await returnFrom(payId);

    expect(url.pathname).toBe('/failure');
    expect(read(url)).toMatchObject({ event: { status: 'FAILED', code: '20000053' } });
    expect(await gateway.ledger(payId)).toEqual([]);
  });

  test('lets the customer walk away, which fails after 35 minutes', async () => {
    const { payId, phone } = await openPage();

    const left = await (await choose(phone, 'leave')).text();
    await gateway.advance(35 * 60_000);

    expect(left).toContain('You put the phone away');
    expect(shop.statuses()).toEqual(['FAILED']);
    expect((await returnFrom(payId)).pathname).toBe('/failure');
    expect(await (await fetch(phone)).text()).toContain('Not paid');
  });

  test('can pay with the shop closed: the notification is 65 minutes late', async () => {
    const { payId, phone } = await openPage();

    await choose(phone, 'approve-late');
    await gateway.advance(64 * 60_000);
    const before = shop.received.length;
    await gateway.advance(60_000);

    expect(await gateway.ledger(payId)).toHaveLength(1);
    expect([before, shop.received.length]).toEqual([0, 1]);
  });

  test('leads nowhere with another address', async () => {
    expect((await fetch(`${gateway.url}/phone/guess`)).status).toBe(404);
    expect((await choose(`${gateway.url}/phone/guess`, 'approve')).status).toBe(404);
  });
});

describe('the way back to the shop', () => {
  test('takes the DATA of a failure to the success address under failure-replayed', async () => {
    await gateway.fault('failure-replayed');
    const { payId, phone } = await openPage();

    await choose(phone, 'cancel');
    const url = await returnFrom(payId);

    expect(url.pathname).toBe('/success');
    expect(read(url)).toMatchObject({ trusted: true, event: { status: 'FAILED' } });
    expect(await gateway.ledger(payId)).toEqual([]);
  });

  test('waits for the notification under notify-before-answer', async () => {
    await gateway.fault('notify-before-answer', { endpoint: 'twint' });
    const { payId, phone } = await openPage();

    await choose(phone, 'approve');
    await returnFrom(payId);

    expect(shop.statuses()).toEqual(['AUTHORIZE_REQUEST']);
  });

  test('goes by a form that posts itself where the setting says so, in clear without Response', async () => {
    await gateway.set('desk_demo', { returnMethod: 'POST' });
    const { payId, phone } = await openPage({ Response: '' });

    await choose(phone, 'approve');
    await until(async () => (await gateway.ledger(payId)).length === 1);
    const page = await (await fetch(`${gateway.url}/pay/${payId}/return`)).text();

    expect(page).toContain(`action="${shop.base}/success"`);
    expect(page).toContain(`name="PayID" value="${payId}"`);
    expect(openBody(page)).toBeNull();
  });
});

describe('the page for a human', () => {
  const submit = (path: string, fields: Record<string, string>) =>
    fetch(`${gateway.url}/home/${path}`, { method: 'POST', body: new URLSearchParams(fields) });

  test('creates payments, moves the clock, sets and clears faults', async () => {
    const start = await gateway.now();
    await submit('payments', {
      merchantId: 'desk_demo',
      amount: '4990',
      transId: 'X<b>',
      outcome: 'approve',
      notifyUrl: '',
    });
    await submit('faults', { fault: 'html', endpoint: '', count: '3' });
    await submit('clock', { advanceMs: '3600000' });

    const text = await (await fetch(gateway.url)).text();

    expect(text).toContain('X&lt;b&gt;');
    expect(text).toContain('CHF 49.90');
    expect(text).toContain('html · where it usually strikes · any payment · 3 left');
    expect(await gateway.now()).toBe(start + 3_600_000);
    const id = /name="id" value="([^"]+)"/.exec(text)?.[1] ?? '';
    await submit('faults/clear', { id });
    expect(await gateway.faultsLeft()).toBe(0);
  });

  test('says what is wrong with a form', async () => {
    const response = await submit('payments', { merchantId: 'desk_demo', amount: 'x' });

    expect(response.status).toBe(400);
    expect(await response.text()).toContain('amount');
  });
});
