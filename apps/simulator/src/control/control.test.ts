import { request } from 'node:http';
import { createCipher, open, parseBody, seal } from 'paygate-core/wire';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { opened, startTestGateway, type TestGateway } from '../testing.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());

describe('POST /control/payments', () => {
  test('answers as the contract says, without a notification where nobody is to be told', async () => {
    const payment = await gateway.pay({ transId: 'A+B%', amount: 50 });

    expect(payment).toEqual({
      payId: expect.stringMatching(/^[0-9a-f]{32}$/),
      xid: expect.stringMatching(/^[0-9a-f]{32}$/),
      transId: 'A+B%',
      status: 'AUTHORIZE_REQUEST',
      code: '00000000',
      notify: { attempts: 0, lastStatus: null },
    });
  });

  test.each([
    ['decline', 'FAILED', '20000100'],
    ['abandon', 'PENDING', '60000985'],
  ])('plays %s', async (outcome, status, code) => {
    expect(await gateway.pay({ outcome })).toMatchObject({ status, code });
  });

  test.each([
    ['merchantId', { merchantId: 'nobody' }],
    ['amount', { amount: 0 }],
    ['amount', { amount: 1.5 }],
    ['amount', { amount: 10_000_000_000 }],
    ['transId', { transId: 'a&b' }],
    ['transId', { transId: '€' }],
    ['outcome', { outcome: 'maybe' }],
    ['notifyUrl', { notifyUrl: 'file:///etc/passwd' }],
    ['sale', { sale: 'pending-ok' }],
    ['body', { extra: 1 }],
  ])('names the field that is wrong: %s', async (field, change) => {
    const order = { merchantId: 'desk_demo', amount: 500, transId: 't', outcome: 'approve' };

    const { status, body } = await gateway.json('POST', '/control/payments', {
      ...order,
      ...change,
    });

    expect(status).toBe(400);
    expect(body).toMatchObject({ field });
  });
});

describe('POST /control/actions', () => {
  test('moves money outside the merchant’s software, and shows in ledger and inquiry', async () => {
    const payment = await gateway.pay();
    const { payId } = payment;

    await gateway.post('/control/actions', {
      payId,
      kind: 'capture',
      amount: 4000,
      closeRest: true,
    });
    await gateway.post('/control/actions', { payId, kind: 'credit', amount: 1000 });

    expect(await gateway.ledger(payId)).toMatchObject([
      { kind: 'authorization' },
      { kind: 'capture', amount: 4000, source: 'control', reqId: null },
      { kind: 'close', amount: 6000, source: 'control' },
      { kind: 'credit', amount: 1000, source: 'control' },
    ]);
    const inquiry = await gateway.call('inquire', { PayID: payId }, { mac: null });
    expect(opened(inquiry)).toMatchObject({ AmountCap: '4000', AmountCred: '1000' });
  });

  test('is refused by the same rules, and for a payment that is not there', async () => {
    const { payId } = await gateway.pay();
    const act = (body: object) => gateway.json('POST', '/control/actions', body);

    expect(await act({ payId, kind: 'credit', amount: 1000 })).toMatchObject({
      status: 409,
      body: { status: 'FAILED', code: '20600069' },
    });
    expect(await act({ payId: 'x', kind: 'credit', amount: 1000 })).toMatchObject({
      status: 404,
      body: { field: 'payId' },
    });
    expect(await act({ payId, kind: 'refund', amount: 1 })).toMatchObject({
      body: { field: 'kind' },
    });
  });
});

describe('GET /control/ledger and /control/foreign', () => {
  test('find steps by payment or TransID, in the order of the contract', async () => {
    const payment = await gateway.pay();
    const { body } = await gateway.json('GET', `/control/ledger?transId=${payment.transId}`);

    expect(body).toEqual({
      entries: [
        {
          seq: expect.any(Number),
          at: expect.any(Number),
          merchantId: 'desk_demo',
          payId: payment.payId,
          transId: payment.transId,
          xid: payment.xid,
          kind: 'authorization',
          amount: 10_000,
          reqId: null,
          source: 'control',
        },
      ],
    });
  });

  test('name a payment of the second merchant, once there is one', async () => {
    expect((await gateway.json('GET', '/control/foreign')).status).toBe(404);
    const payment = await gateway.pay({ merchantId: 'desk_other' });

    expect((await gateway.json('GET', '/control/foreign')).body).toMatchObject({
      transId: payment.transId,
    });
  });
});

describe('POST /control/merchants', () => {
  test('switches a merchant to AES, in both directions', async () => {
    const merchantId = 'desk_demo_test';
    const cipherKey = '0123456789abcdef';
    await gateway.set(merchantId, { cipher: 'aes', cipherKey });
    const { payId } = await gateway.pay({ merchantId });
    const cipher = createCipher('aes', cipherKey);
    const request = seal(cipher, [
      ['MerchantID', merchantId],
      ['PayID', payId],
    ]);

    const answer = await fetch(`${gateway.url}/inquire.aspx`, {
      method: 'POST',
      body: `MerchantID=${merchantId}&Len=${request.len}&Data=${request.data}`,
    });

    const body = parseBody(await answer.text());
    const sealed = body.kind === 'sealed' ? open(cipher, body.len, body.data) : null;
    expect(sealed?.ok === true && sealed.parameters.get('AmountAuth')).toBe('10000');
  });

  test.each([
    ['merchantId', 404, { merchantId: 'nobody', settings: {} }],
    ['settings.mode', 400, { merchantId: 'desk_demo', settings: { mode: 'later' } }],
    [
      'settings.cipherKey',
      400,
      { merchantId: 'desk_demo', settings: { cipher: 'aes', cipherKey: 'short' } },
    ],
  ])('names %s', async (field, status, change) => {
    const answer = await gateway.json('POST', '/control/merchants', change);

    expect(answer).toMatchObject({ status, body: { field } });
  });
});

describe('any address', () => {
  test('answers on both names of this machine', async () => {
    const { port } = gateway;
    for (const host of ['127.0.0.1', '[::1]', 'localhost']) {
      expect((await fetch(`http://${host}:${port}/health`)).status).toBe(200);
    }
  });

  test('refuses what is too large, no JSON, or unknown, and goes on', async () => {
    const big = 'x'.repeat(65 * 1024);

    expect(await statusOf('/capture.aspx', big)).toBe(413);
    expect(await statusOf('/control/payments', big)).toBe(413);
    expect(await statusOf('/control/payments', '{')).toBe(400);
    expect((await fetch(`${gateway.url}/nothing.aspx`)).status).toBe(404);
    expect((await fetch(`${gateway.url}/control/none`)).status).toBe(404);
    expect((await fetch(`${gateway.url}/pay/none`)).status).toBe(404);
    expect((await fetch(`${gateway.url}/health`)).status).toBe(200);
  });
});

/** Posts without minding a connection that closes before all of the body was sent. */
function statusOf(path: string, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const { port } = gateway;
    const call = request({ host: '127.0.0.1', port, path, method: 'POST' }, (res) => {
      res.resume();
      resolve(res.statusCode ?? 0);
    });
    call.on('error', reject);
    call.end(body);
  });
}
