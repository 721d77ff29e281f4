import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  about,
  dayMs,
  hourMs,
  opened,
  type PaidPayment,
  startMerchant,
  startTestGateway,
  type TestGateway,
} from './testing.ts';

let gateway: TestGateway;
beforeEach(async () => {
  gateway = await startTestGateway();
});
afterEach(() => gateway.close());

const code = async (
  endpoint: string,
  payment: PaidPayment,
  amount: number,
  merchantId = 'desk_demo',
) => opened(await gateway.call(endpoint, about(payment, amount), { merchantId })).Code;

const inquire = async ({ payId, transId }: PaidPayment) =>
  opened(await gateway.call('inquire', { PayID: payId, TransID: transId }, { mac: null }));

describe('the capture window', () => {
  test('is open until 7 days after the authorization, to the millisecond', async () => {
    const payment = await gateway.pay();
    await gateway.advance(7 * dayMs - 1);

    expect(await code('capture', payment, 1000)).toBe('00000000');
    await gateway.advance(1);
    expect(await code('capture', payment, 1000)).toBe('20001955');
  });

  test('releases at its end what was not captured: AmountAuth 0, dated at that instant', async () => {
    const start = await gateway.now();
    const untouched = await gateway.pay();
    const partly = await gateway.pay();
    await code('capture', partly, 4000);

    await gateway.advance(30 * dayMs);

    expect(await inquire(untouched)).toMatchObject({ AmountAuth: '0', AmountCap: '0' });
    expect(await inquire(partly)).toMatchObject({ AmountAuth: '0', AmountCap: '4000' });
    expect((await gateway.ledger(untouched.payId)).at(-1)).toMatchObject({
      kind: 'expiry',
      amount: 10_000,
      at: start + 7 * dayMs,
      source: 'clock',
    });
    expect((await gateway.ledger(partly.payId)).at(-1)).toMatchObject({ amount: 6000 });
    expect(await code('credit', partly, 500)).toBe('00000000');
    expect(await code('reverse', untouched, 10_000)).toBe('20001955');
  });

  test('only refuses captures where the setting says so', async () => {
    await gateway.set('desk_demo', { afterExpiry: 'refused', twintModule: '1F0' });
    const payment = await gateway.pay();

    await gateway.advance(8 * dayMs);

    expect(await inquire(payment)).toMatchObject({ AmountAuth: '10000' });
    expect(await code('capture', payment, 1000)).toBe('21F01955');
    expect(await gateway.ledger(payment.payId)).toHaveLength(1);
  });
});

describe('the refund window', () => {
  test.each([
    ['desk_demo', 180],
    ['desk_demo_test', 7],
  ])('of %s ends %i days after the authorization', async (merchantId, days) => {
    const payment = await gateway.pay({ merchantId });
    await code('capture', payment, 10_000, merchantId);
    await gateway.advance(days * dayMs - 1);

    expect(await code('credit', payment, 1000, merchantId)).toBe('00000000');
    await gateway.advance(1);
    expect(await code('credit', payment, 1000, merchantId)).toBe('20000959');
  });
});

describe('the clock', () => {
  test('does on the way what falls due, in order and at its own time', async () => {
    const merchant = await startMerchant();
    const start = await gateway.now();
    const sale = { merchantId: 'desk_demo_sale', notifyUrl: merchant.url };
    const settled = await gateway.pay({ ...sale, sale: 'pending-ok' });
    const abandoned = await gateway.pay({ outcome: 'abandon', notifyUrl: merchant.url });
    const expired = await gateway.pay();

    await gateway.advance(10 * dayMs);

    expect(merchant.statuses()).toEqual(['AUTHORIZE_REQUEST', 'OK', 'FAILED']);
    const at = async ({ payId }: PaidPayment) => (await gateway.ledger(payId)).at(-1)?.at;
    expect(await at(settled)).toBe(start + 20 * 60_000);
    expect(await at(expired)).toBe(start + 7 * dayMs);
    expect(await gateway.ledger(abandoned.payId)).toEqual([]);
    expect(await gateway.now()).toBe(start + 10 * dayMs);
    await merchant.close();
  });

  test('can be set back, and walks again from there', async () => {
    const start = await gateway.now();
    await gateway.post('/control/clock', { setTo: start - 200 * dayMs });
    const payment = await gateway.pay();

    await gateway.post('/control/clock', { setTo: new Date(start).toISOString() });

    expect(await gateway.ledger(payment.payId)).toMatchObject([
      { kind: 'authorization', at: start - 200 * dayMs },
      { kind: 'expiry', at: start - 193 * dayMs },
    ]);
  });

  test('tells every listener before it answers, and forgets one that is gone', async () => {
    const listener = await startMerchant();
    const gone = await startMerchant();
    await gateway.post('/control/clock/listeners', { url: `${listener.base}/clock` });
    await gateway.post('/control/clock/listeners', { url: `${gone.base}/clock` });
    await gone.close();

    for (let hour = 0; hour < 4; hour += 1) await gateway.advance(hourMs);

    const told = listener.received.map(({ body }) => JSON.parse(body) as { now: number });
    expect(told).toHaveLength(4);
    expect(told.at(-1)).toEqual({ now: await gateway.now(), offsetMs: 4 * hourMs });
    await listener.close();
  });

  test('tells listeners the time of a notification before that notification leaves', async () => {
    const merchant = await startMerchant();
    const start = await gateway.now();
    await gateway.post('/control/clock/listeners', { url: `${merchant.base}/clock` });
    await gateway.pay({ outcome: 'abandon', notifyUrl: merchant.url });

    await gateway.advance(dayMs);

    const [first, second] = merchant.received;
    expect(first).toMatchObject({ path: '/clock' });
    expect(JSON.parse(first?.body ?? '')).toMatchObject({ now: start + 35 * 60_000 });
    expect(second).toMatchObject({ path: '/notify' });
    await merchant.close();
  });

  test.each([[{}], [{ setTo: 'soon' }], [{ advanceMs: 1.5 }], [{ setTo: 1, advanceMs: 1 }]])(
    'refuses %o',
    async (change) => {
      expect((await gateway.json('POST', '/control/clock', change)).status).toBe(400);
    },
  );
});
