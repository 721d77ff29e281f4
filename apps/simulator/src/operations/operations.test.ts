import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  about,
  openBody,
  opened,
  sealRequest,
  startTestGateway,
  type TestGateway,
} from '../testing.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());

const kinds = async (payId: string) =>
  (await gateway.ledger(payId)).map(({ kind, amount }) => `${kind} ${amount}`);

async function inquire(payment: { payId: string; transId: string }, merchantId = 'desk_demo') {
  const fields = { PayID: payment.payId, TransID: payment.transId };
  return opened(await gateway.call('inquire', fields, { merchantId, mac: null }));
}

describe('capture.aspx', () => {
  test('takes a part, keeps the rest open, and says so in a sealed answer without a MAC', async () => {
    const payment = await gateway.pay({ amount: 10_000, refNr: 'R-1' });

    const answer = opened(
      await gateway.call('capture', about(payment, 4000, { ReqId: 'c1', RefNr: 'R-2' })),
    );

    expect(answer).toMatchObject({
      mid: 'desk_demo',
      PayID: payment.payId,
      TransID: payment.transId,
      RefNr: 'R-2',
      Status: 'OK',
      Code: '00000000',
    });
    expect(answer.XID).toMatch(/^[0-9a-f]{32}$/);
    expect(answer).not.toHaveProperty('MAC');
    expect(await gateway.ledger(payment.payId)).toMatchObject([
      { kind: 'authorization', amount: 10_000, source: 'control', reqId: null },
      { kind: 'capture', amount: 4000, source: 'wire', reqId: 'c1', transId: payment.transId },
    ]);
    expect(await inquire(payment)).toMatchObject({ AmountAuth: '10000', AmountCap: '4000' });
  });

  test('works by GET just as well', async () => {
    const payment = await gateway.pay();

    const answer = await gateway.call('capture', about(payment, 10_000), { method: 'GET' });

    expect(opened(answer)).toMatchObject({ Status: 'OK', Code: '00000000' });
  });

  test('closes the rest with CompleteType=YES, and only then', async () => {
    const kept = await gateway.pay();
    const closed = await gateway.pay();

    await gateway.call('capture', about(kept, 4000));
    await gateway.call('capture', about(closed, 4000, { CompleteType: 'YES', ReqId: 'close' }));

    expect(opened(await gateway.call('capture', about(kept, 6000))).Code).toBe('00000000');
    expect(opened(await gateway.call('capture', about(closed, 6000))).Code).toBe('20601953');
    expect(await kinds(closed.payId)).toEqual([
      'authorization 10000',
      'capture 4000',
      'close 6000',
    ]);
    const reqIds = (await gateway.ledger(closed.payId)).map(({ reqId }) => reqId);
    expect(reqIds).toEqual([null, 'close', null]);
  });

  test.each([
    ['closes', ['capture 4000', 'close 6000'], '00000000'],
    ['keeps-open', ['capture 4000'], '00000000'],
    ['refused', [], '20160000'],
  ])(
    'reads another CompleteType as the setting says: %s',
    async (completeTypeOther, steps, code) => {
      await gateway.set('desk_demo_test', { completeTypeOther });
      const merchantId = 'desk_demo_test';
      const payment = await gateway.pay({ merchantId });

      const call = about(payment, 4000, { CompleteType: 'NO' });
      const answer = opened(await gateway.call('capture', call, { merchantId }));

      expect(answer.Code).toBe(code);
      expect(await kinds(payment.payId)).toEqual(['authorization 10000', ...steps]);
    },
  );

  test('allows one capture only where several are switched off', async () => {
    const merchantId = 'desk_demo_test';
    await gateway.set(merchantId, { severalCaptures: false });
    const payment = await gateway.pay({ merchantId });
    await gateway.call('capture', about(payment, 4000), { merchantId });

    const second = opened(await gateway.call('capture', about(payment, 1000), { merchantId }));

    expect(second).toMatchObject({ Status: 'FAILED', Code: '20001952' });
    await gateway.set(merchantId, { severalCaptures: true });
  });

  test.each([
    [10_001, '20600074'],
    [99, '20600070'],
  ])('refuses %i of 10000', async (amount, code) => {
    const payment = await gateway.pay();

    expect(opened(await gateway.call('capture', about(payment, amount))).Code).toBe(code);
    expect(await kinds(payment.payId)).toEqual(['authorization 10000']);
  });

  test('refuses what is captured already, declined, unknown or of another merchant', async () => {
    const done = await gateway.pay();
    await gateway.call('capture', about(done, 10_000));
    const declined = await gateway.pay({ outcome: 'decline' });
    const foreign = await gateway.pay({ merchantId: 'desk_other' });
    const unknown = { ...done, payId: 'f'.repeat(32) };

    const code = async (payment: typeof done) =>
      opened(await gateway.call('capture', about(payment, 500))).Code;
    expect(await code(done)).toBe('20600072');
    expect(await code(declined)).toBe('20600075');
    expect(await code(foreign)).toBe('20600061');
    expect(await code(unknown)).toBe('20600061');
    expect(await kinds(foreign.payId)).toEqual(['authorization 10000']);
  });
});

describe('reverse.aspx', () => {
  test('releases an authorization, in parts too, and lowers AmountAuth', async () => {
    const payment = await gateway.pay();

    await gateway.call('reverse', about(payment, 3000));
    const partly = await inquire(payment);
    await gateway.call('reverse', about(payment, 7000));

    expect(partly).toMatchObject({ AmountAuth: '7000', AmountCap: '0' });
    expect(await inquire(payment)).toMatchObject({ AmountAuth: '0', AmountCap: '0' });
    const more = opened(await gateway.call('reverse', about(payment, 100)));
    expect(more.Code).toBe('20601815');
  });

  test('undoes the last step, even a capture or a credit', async () => {
    const payment = await gateway.pay();
    await gateway.call('capture', about(payment, 6000));
    await gateway.call('credit', about(payment, 2000));

    await gateway.call('reverse', about(payment, 2000));
    expect(await inquire(payment)).toMatchObject({ AmountCap: '6000', AmountCred: '0' });
    await gateway.call('reverse', about(payment, 6000));
    expect(await inquire(payment)).toMatchObject({ AmountAuth: '10000', AmountCap: '0' });
  });

  test('opens the closed rest again when it undoes the capture that closed it', async () => {
    const payment = await gateway.pay();
    await gateway.call('capture', about(payment, 6000, { CompleteType: 'YES' }));

    await gateway.call('reverse', about(payment, 6000));

    expect(opened(await gateway.call('capture', about(payment, 10_000))).Status).toBe('OK');
  });

  test('undoes a sale as one step', async () => {
    const merchantId = 'desk_demo_sale';
    const payment = await gateway.pay({ merchantId });

    await gateway.call('reverse', about(payment, 10_000), { merchantId });

    expect(await inquire(payment, merchantId)).toMatchObject({ AmountAuth: '0', AmountCap: '0' });
  });

  test('refuses a part, or a captured payment, where the settings forbid it', async () => {
    const merchantId = 'desk_demo_test';
    await gateway.set(merchantId, { partialReversal: false, reverseAfterCapture: 'refuse' });
    const open = await gateway.pay({ merchantId });
    const captured = await gateway.pay({ merchantId });
    await gateway.call('capture', about(captured, 10_000), { merchantId });

    const part = opened(await gateway.call('reverse', about(open, 3000), { merchantId }));
    const late = opened(await gateway.call('reverse', about(captured, 10_000), { merchantId }));

    expect([part.Code, late.Code]).toEqual(['20600063', '20600063']);
  });
});

describe('credit.aspx', () => {
  test('gives back in parts what was captured, never more', async () => {
    const payment = await gateway.pay();
    const code = async (amount: number, more = {}) =>
      opened(await gateway.call('credit', about(payment, amount, more))).Code;
    expect(await code(1000)).toBe('20600069');
    await gateway.call('capture', about(payment, 5000));

    expect(await code(2000)).toBe('00000000');
    expect(await code(3001)).toBe('20600957');
    expect(await code(3000)).toBe('00000000');
    expect(await code(100)).toBe('20600958');
    expect(await inquire(payment)).toMatchObject({ AmountCap: '5000', AmountCred: '5000' });
  });

  test('returns UserData, which a capture does not', async () => {
    const payment = await gateway.pay();
    const captured = await gateway.call('capture', about(payment, 5000, { UserData: 'shelf 7' }));
    const credited = await gateway.call('credit', about(payment, 500, { UserData: 'shelf 7' }));

    expect(opened(captured)).not.toHaveProperty('UserData');
    expect(opened(credited).UserData).toBe('shelf 7');
  });
});

describe('inquire.aspx and inquire24.aspx', () => {
  test('tell the amounts; LastStatus is that of the last step only, and misleads', async () => {
    const payment = await gateway.pay();
    await gateway.call('capture', about(payment, 5000));
    await gateway.call('credit', about(payment, 9000));

    expect(await inquire(payment)).toMatchObject({
      Status: 'OK',
      Code: '00000000',
      AmountAuth: '10000',
      AmountCap: '5000',
      AmountCred: '0',
      LastStatus: 'FAILED',
      Currency: 'CHF',
    });
  });

  test('find by TransID within a day, and say not found otherwise', async () => {
    const payment = await gateway.pay();
    const ask = async () =>
      opened(await gateway.call('inquire24', { TransID: payment.transId }, { mac: null }));

    expect(await ask()).toMatchObject({ PayID: payment.payId, AmountAuth: '10000' });
    await gateway.advance(24 * 3_600_000 + 1);
    expect(await ask()).toMatchObject({ Status: 'FAILED', Code: '20600061' });
    expect(await inquire({ payId: '0'.repeat(32), transId: 'x' })).toMatchObject({
      Status: 'FAILED',
      Code: '20600061',
    });
  });

  test('need no MAC, but refuse a wrong one', async () => {
    const { payId } = await gateway.pay();

    const answer = await gateway.call('inquire', { PayID: payId }, { mac: 'A'.repeat(64) });

    expect(opened(answer).Code).toBe('20120044');
  });
});

describe('a request that is not in order', () => {
  test.each([
    ['PayID', { PayID: '' }, '20100001'],
    ['PayID', { PayID: 'short' }, '20110001'],
    ['TransID', { TransID: '' }, '20100002'],
    ['TransID', { TransID: 'a*b' }, '20110002'],
    ['TransID', { TransID: 'x'.repeat(65) }, '20140002'],
    ['Amount', { Amount: '' }, '20100005'],
    ['Amount', { Amount: '0' }, '20110005'],
    ['Amount', { Amount: '-1' }, '20110005'],
    ['Amount', { Amount: '1e3' }, '20110005'],
    ['Amount', { Amount: '12.345' }, '20110005'],
    ['Amount', { Amount: '12345678901' }, '20140005'],
    ['Currency', { Currency: 'CH' }, '20110006'],
    ['Currency', { Currency: 'EUR' }, '20601802'],
    ['RefNr', { RefNr: 'Zürich' }, '20110032'],
    ['RefNr', { RefNr: 'x'.repeat(41) }, '20140032'],
    ['ReqId', { ReqId: 'x'.repeat(33) }, '20140004'],
  ])('is refused with the code of %s: %o', async (_name, change, code) => {
    const payment = await gateway.pay();

    const answer = await gateway.call('capture', { ...about(payment, 500), ...change });

    expect(opened(answer)).toMatchObject({ Status: 'FAILED', Code: code });
    expect(await kinds(payment.payId)).toEqual(['authorization 10000']);
  });

  test('is refused without a MAC and with a wrong one', async () => {
    const payment = await gateway.pay();
    const fields = about(payment, 500);

    expect(opened(await gateway.call('capture', fields, { mac: null })).Code).toBe('20100044');
    expect(opened(await gateway.call('capture', fields, { mac: '0'.repeat(64) })).Code).toBe(
      '20120044',
    );
  });

  test('is refused when it cannot be decrypted, or names another merchant inside', async () => {
    const payment = await gateway.pay();
    const body = sealRequest(about(payment, 500), 'desk_demo');
    const send = async (text: string) => {
      const init = { method: 'POST', body: text };
      const answer = await (await fetch(`${gateway.url}/capture.aspx`, init)).text();
      return openBody(answer)?.get('Code') ?? new URLSearchParams(answer).get('Code');
    };

    expect(await send(body.replace(/Data=..../, 'Data=zzzz'))).toBe('20010007');
    expect(await send(body.replace(/Len=[0-9]+/, 'Len=99999'))).toBe('20010007');
    expect(await send(body.replace('desk_demo&', 'desk_other&'))).toBe('20160003');
    expect(await send(body.replace('desk_demo&', 'nobody&'))).toBe('20160003');
    expect(await send('')).toBe('20100003');
  });
});
