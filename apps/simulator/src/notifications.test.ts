import { openNotification } from 'paygate-core/notification';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  about,
  dayMs,
  demoCipher,
  demoKeys,
  openBody,
  opened,
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

const credentials = {
  merchantId: 'desk_demo',
  cipher: demoCipher,
  macKey: demoKeys.macKey,
};
const trusted = (body: string) => openNotification({ credentials, kind: 'notify', body });

describe('a notification', () => {
  test('is what the core calls authentic, padded with spaces, in upper case', async () => {
    const merchant = await startMerchant();

    const payment = await gateway.pay({
      notifyUrl: merchant.url,
      refNr: 'R-7',
      userData: 'Zürich',
    });

    const [first] = merchant.received;
    expect(payment).toMatchObject({
      status: 'AUTHORIZE_REQUEST',
      code: '00000000',
      notify: { attempts: 1, lastStatus: 200 },
    });
    expect(first?.method).toBe('POST');
    expect(trusted(first?.body ?? '')).toMatchObject({
      trusted: true,
      event: {
        payId: payment.payId,
        transId: payment.transId,
        xid: payment.xid,
        status: 'AUTHORIZE_REQUEST',
        code: '00000000',
        refNr: 'R-7',
      },
    });
    expect(openBody(first?.body ?? '')?.get('UserData')).toBe('Zürich');
    const [, len = '', data = ''] = /Len=([0-9]+)&Data=([0-9A-F]+)$/.exec(first?.body ?? '') ?? [];
    const plain = Buffer.from(demoCipher.open(data) ?? []).toString('latin1');
    expect(plain).toMatch(/MAC=[0-9A-F]{64} *$/);
    expect(plain.slice(Number(len))).toMatch(/^ *$/);
    await merchant.close();
  });

  test('is repeated n³ minutes after the last attempt, eight times, by the simulated clock', async () => {
    const merchant = await startMerchant(() => 503);
    await gateway.pay({ notifyUrl: merchant.url });
    const countAfter = async (ms: number) => {
      await gateway.advance(ms);
      return merchant.received.length;
    };

    const minute = 60_000;
    const counts: number[] = [];
    for (let n = 1; n <= 8; n += 1) {
      counts.push(await countAfter(n ** 3 * minute - 1), await countAfter(1));
    }

    expect(counts).toEqual([1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9]);
    expect(await countAfter(30 * dayMs)).toBe(9);
    await merchant.close();
  });

  test('ends with HTTP 200; a redirect is not followed and counts as a failure', async () => {
    const merchant = await startMerchant((count) => [302, 204, 200][count - 1] ?? 200);

    const payment = await gateway.pay({ notifyUrl: merchant.url });
    await gateway.advance(dayMs);

    expect(payment.notify).toEqual({ attempts: 1, lastStatus: 302 });
    expect(merchant.received.map(({ path }) => path)).toEqual(['/notify', '/notify', '/notify']);
    await merchant.close();
  });

  test('is sent again later when nobody answers at all', async () => {
    const merchant = await startMerchant();
    await merchant.close();

    const payment = await gateway.pay({ notifyUrl: merchant.url });

    expect(payment.notify).toEqual({ attempts: 1, lastStatus: null });
  });

  test('goes by GET where the setting says so', async () => {
    await gateway.set('desk_demo', { notifyMethod: 'GET' });
    const merchant = await startMerchant();

    await gateway.pay({ notifyUrl: merchant.url });

    const [first] = merchant.received;
    expect(first?.method).toBe('GET');
    expect(trusted(first?.body ?? '')).toMatchObject({ trusted: true });
    await merchant.close();
  });

  test('stays readable with shuffled, renamed and unknown parameters', async () => {
    await gateway.set('desk_demo', { shuffleParameters: true, merchantParameter: 'MerchantID' });
    const merchant = await startMerchant();

    const payment = await gateway.pay({ notifyUrl: merchant.url });

    expect(trusted(merchant.received[0]?.body ?? '')).toMatchObject({
      trusted: true,
      event: { payId: payment.payId },
    });
    await merchant.close();
  });

  test('follows a capture, a reversal and a credit where the switch is on', async () => {
    await gateway.set('desk_demo', { notifyAfterSteps: true });
    const merchant = await startMerchant();
    const captured = await gateway.pay({ notifyUrl: merchant.url });
    const reversed = await gateway.pay({ notifyUrl: merchant.url });

    const answer = opened(await gateway.call('capture', about(captured, 5000)));
    await gateway.call('credit', about(captured, 500));
    await gateway.call('reverse', about(reversed, 10_000));
    await gateway.call('credit', about(reversed, 500));

    await until(() => merchant.received.length === 5);
    expect(merchant.statuses().slice(2)).toEqual(['OK', 'OK', 'OK']);
    expect(trusted(merchant.received[2]?.body ?? '')).toMatchObject({ event: { xid: answer.XID } });
    await merchant.close();
  });
});

describe('a sale', () => {
  test.each([
    ['ok', ['OK'], ['authorization', 'capture']],
    ['pending-ok', ['AUTHORIZE_REQUEST', 'OK'], ['authorization', 'capture']],
    ['pending-failed', ['AUTHORIZE_REQUEST', 'FAILED'], ['authorization', 'expiry']],
    ['pending-reversed', ['AUTHORIZE_REQUEST', 'FAILED'], ['authorization', 'reversal']],
  ])('that is %s notifies %o within 30 minutes', async (sale, statuses, steps) => {
    const merchant = await startMerchant();
    const merchantId = 'desk_demo_sale';
    const payment = await gateway.pay({ merchantId, sale, notifyUrl: merchant.url });

    await gateway.advance(30 * 60_000);

    expect(payment.status).toBe(statuses[0]);
    expect(merchant.statuses()).toEqual(statuses);
    expect((await gateway.ledger(payment.payId)).map(({ kind }) => kind)).toEqual(steps);
    await merchant.close();
  });
});
