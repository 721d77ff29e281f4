import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  about,
  dayMs,
  hourMs,
  opened,
  sealRequest,
  startMerchant,
  startTestGateway,
  type TestGateway,
  until,
} from './testing.ts';

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

/** A customer who starts at twint.aspx and approves on the phone. */
async function payInBrowser(merchantId: string, more: Record<string, string>) {
  const order = {
    TransID: 'web-1',
    Amount: '10000',
    Currency: 'CHF',
    OrderDesc: 'Brot',
    URLSuccess: `${shop.base}/success`,
    URLFailure: `${shop.base}/failure`,
    URLNotify: shop.url,
    Response: 'encrypt',
    ...more,
  };
  const body = sealRequest(order, merchantId);
  const page = await (await fetch(`${gateway.url}/twint.aspx`, { method: 'POST', body })).text();
  const payId = /\/pay\/([0-9a-f]{32})\/state/.exec(page)?.[1] ?? '';
  const phone = /data-url="([^"]+)"/.exec(page)?.[1] ?? '';
  const before = shop.received.length;
  await fetch(phone, { method: 'POST', body: 'choice=approve' });
  await until(() => shop.received.length > before);
  return payId;
}

const steps = async (payId: string) => (await gateway.ledger(payId)).map(({ kind }) => kind);

describe('the Capture parameter', () => {
  test('is ignored unless the merchant honors it', async () => {
    const payId = await payInBrowser('desk_demo', { Capture: 'AUTO' });

    expect(await steps(payId)).toEqual(['authorization']);
  });

  test('overrides the mode where it is honored: AUTO, MANUAL, hours', async () => {
    await gateway.set('desk_demo', { honorCapture: true });
    await gateway.set('desk_demo_sale', { honorCapture: true });

    const auto = await payInBrowser('desk_demo', { Capture: 'AUTO' });
    const manual = await payInBrowser('desk_demo_sale', { Capture: 'MANUAL' });
    const delayed = await payInBrowser('desk_demo', { Capture: '24' });
    const atOnce = await steps(delayed);
    await gateway.advance(24 * hourMs);

    expect(await steps(auto)).toEqual(['authorization', 'capture']);
    expect(await steps(manual)).toEqual(['authorization']);
    expect(atOnce).toEqual(['authorization']);
    expect((await gateway.ledger(delayed)).at(-1)).toMatchObject({
      kind: 'capture',
      amount: 10_000,
      source: 'clock',
    });
    expect(shop.statuses().at(-1)).toBe('OK');
  });
});

describe('AUTHORIZE_REQUEST', () => {
  test('comes with the code that the setting says', async () => {
    await gateway.set('desk_demo', { authorizeRequestCode: '21500985' });

    expect(await gateway.pay()).toMatchObject({ status: 'AUTHORIZE_REQUEST', code: '21500985' });
  });

  test('can count as final for ReqId: the repetition is the same payment', async () => {
    await gateway.set('desk_demo', { authorizeRequestIsFinal: true });
    await payInBrowser('desk_demo', { ReqId: 'once' });
    await gateway.set('desk_demo', { name: 'Seen again' });

    const body = sealRequest(
      {
        TransID: 'web-2',
        Amount: '500',
        Currency: 'CHF',
        OrderDesc: 'Brot',
        URLSuccess: `${shop.base}/success`,
        URLFailure: `${shop.base}/failure`,
        URLNotify: shop.url,
        ReqId: 'once',
      },
      'desk_demo',
    );
    const page = await (await fetch(`${gateway.url}/twint.aspx`, { method: 'POST', body })).text();

    expect(page).toContain('The payment is confirmed.');
    expect(page).toContain('CHF 100.00');
  });
});

describe('what the documents leave open', () => {
  test('a closed rest can lower AmountAuth', async () => {
    await gateway.set('desk_demo', { closeLowersAmountAuth: true });
    const payment = await gateway.pay();

    await gateway.call('capture', about(payment, 4000, { CompleteType: 'YES' }));

    const inquiry = await gateway.call('inquire', { PayID: payment.payId }, { mac: null });
    expect(opened(inquiry)).toMatchObject({ AmountAuth: '4000', AmountCap: '4000' });
  });

  test('the end of the capture window can be notified', async () => {
    await gateway.set('desk_demo', { notifyExpiry: true });
    await gateway.pay({ notifyUrl: shop.url });

    await gateway.advance(7 * dayMs);

    expect(shop.statuses()).toEqual(['AUTHORIZE_REQUEST', 'FAILED']);
  });
});
