import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isForgotten } from './req-ids.ts';
import {
  about,
  dayMs,
  opened,
  sealRequest,
  startMerchant,
  startTestGateway,
  type TestGateway,
  until,
} from './testing.ts';

let gateway: TestGateway;
beforeEach(async () => {
  gateway = await startTestGateway();
});
afterEach(() => gateway.close());

const captures = async (payId: string) =>
  (await gateway.ledger(payId)).filter(({ kind }) => kind === 'capture').length;

describe('a repeated ReqId', () => {
  test('gets the original answer once the original is final', async () => {
    const payment = await gateway.pay();
    const other = await gateway.pay();
    const call = about(payment, 4000, { ReqId: 'same' });

    const first = opened(await gateway.call('capture', call));
    const again = opened(await gateway.call('capture', call));
    const elsewhere = opened(await gateway.call('capture', about(other, 100, { ReqId: 'same' })));

    expect(again).toEqual(first);
    expect(elsewhere).toEqual(first);
    expect(await captures(payment.payId)).toBe(1);
    expect(await captures(other.payId)).toBe(0);
  });

  test('gets the original refusal too, even when it would be allowed by now', async () => {
    const payment = await gateway.pay();
    const call = about(payment, 1000, { ReqId: 'early' });

    const refused = opened(await gateway.call('credit', call));
    await gateway.call('capture', about(payment, 5000));

    expect(refused.Code).toBe('20600069');
    expect(opened(await gateway.call('credit', call))).toEqual(refused);
  });

  test('is executed again while the original is open', async () => {
    const payment = await gateway.pay();
    const call = about(payment, 4000, { ReqId: 'same' });
    await gateway.fault('slow-effect', { delayMs: 60_000 });

    const slow = gateway.call('capture', call);
    await until(async () => (await gateway.faultsLeft()) === 0);
    const meanwhile = opened(await gateway.call('capture', call));
    await gateway.advance(60_000);

    const late = opened(await slow);
    expect([meanwhile.Status, late.Status]).toEqual(['OK', 'OK']);
    expect(late.XID).not.toBe(meanwhile.XID);
    expect(await captures(payment.payId)).toBe(2);
  });

  test('is forgotten after 12 months, and not a second earlier', async () => {
    const first = await gateway.pay();
    const call = (payment: typeof first) => about(payment, 4000, { ReqId: 'yearly' });
    const original = opened(await gateway.call('capture', call(first)));

    await gateway.advance(365 * dayMs);
    const inTime = await gateway.pay();
    const remembered = opened(await gateway.call('capture', call(inTime)));
    await gateway.advance(1000);
    const executed = opened(await gateway.call('capture', call(inTime)));

    expect(remembered).toEqual(original);
    expect(executed).toMatchObject({ Status: 'OK', PayID: inTime.payId });
    expect(await captures(inTime.payId)).toBe(1);
  });

  test('counts calendar months', () => {
    const leap = Date.UTC(2028, 1, 29);

    expect(isForgotten(leap, Date.UTC(2029, 2, 1))).toBe(false);
    expect(isForgotten(leap, Date.UTC(2029, 2, 1) + 1)).toBe(true);
  });
});

describe('a repeated ReqId at twint.aspx', () => {
  test('opens a new payment while the first is open, and shows the first once it is final', async () => {
    const merchant = await startMerchant();
    const order = {
      TransID: 'web-1',
      Amount: '2500',
      Currency: 'CHF',
      OrderDesc: 'Käse',
      URLSuccess: `${merchant.base}/success`,
      URLFailure: `${merchant.base}/failure`,
      URLNotify: merchant.url,
      ReqId: 'web-once',
      Response: 'encrypt',
    };
    const start = async () => {
      const body = sealRequest(order, 'desk_demo');
      return (await fetch(`${gateway.url}/twint.aspx`, { method: 'POST', body })).text();
    };
    const payIdIn = (page: string) => /\/pay\/([0-9a-f]{32})/.exec(page)?.[1] ?? '';
    const phoneIn = (page: string) => /data-url="([^"]+)"/.exec(page)?.[1] ?? '';

    const first = await start();
    const second = await start();
    await fetch(phoneIn(second), { method: 'POST', body: 'choice=cancel', redirect: 'manual' });
    const third = await start();

    expect(payIdIn(second)).not.toBe(payIdIn(first));
    expect(payIdIn(third)).toBe(payIdIn(second));
    expect(third).toContain('The payment was not made.');
    await merchant.close();
  });
});
