import { openNotification } from 'paygate-core/notification';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { faultNames } from './faults.ts';
import {
  about,
  demoCipher,
  demoKeys,
  openBody,
  opened,
  type PaidPayment,
  sealRequest,
  startMerchant,
  startTestGateway,
  type TestGateway,
  until,
} from './testing.ts';

let gateway: TestGateway;
let merchant: Awaited<ReturnType<typeof startMerchant>>;
beforeEach(async () => {
  gateway = await startTestGateway();
  merchant = await startMerchant();
});
afterEach(async () => {
  await gateway.close();
  await merchant.close();
});

const capturedOf = async ({ payId }: PaidPayment) =>
  (await gateway.ledger(payId))
    .filter(({ kind }) => kind === 'capture')
    .reduce((sum, { amount }) => sum + amount, 0);

/** A capture of 4000 of 10000 under a fault: what was answered, and what really happened. */
async function captureUnder(fault: string, more = {}) {
  const payment = await gateway.pay();
  await gateway.fault(fault, { ...more, endpoint: 'capture', payId: payment.payId });
  const answer = await gateway.call('capture', about(payment, 4000, { ReqId: payment.payId }));
  return { payment, answer, captured: await capturedOf(payment) };
}

const textOf = (answer: Awaited<ReturnType<TestGateway['call']>>) =>
  answer.kind === 'answer' ? answer.body : 'dropped';

describe('faults of a money request: effect and answer', () => {
  test('drop-before-effect: nothing happens, the line is cut', async () => {
    const { answer, captured } = await captureUnder('drop-before-effect');

    expect(answer.kind).toBe('dropped');
    expect(captured).toBe(0);
  });

  test('drop-after-effect: the money moves, the line is cut', async () => {
    const { payment, answer, captured } = await captureUnder('drop-after-effect');

    expect(answer.kind).toBe('dropped');
    expect(captured).toBe(4000);
    const again = await gateway.call('capture', about(payment, 4000, { ReqId: payment.payId }));
    expect(opened(again)).toMatchObject({ Status: 'OK' });
    expect(await capturedOf(payment)).toBe(4000);
  });

  test('slow-effect: neither effect nor answer before the delay, both after it', async () => {
    const payment = await gateway.pay();
    await gateway.fault('slow-effect', { delayMs: 45_000 });

    const call = gateway.call('capture', about(payment, 4000));
    await until(async () => (await gateway.faultsLeft()) === 0);
    await gateway.advance(44_999);
    const before = await capturedOf(payment);
    await gateway.advance(1);

    expect(opened(await call)).toMatchObject({ Status: 'OK', PayID: payment.payId });
    expect([before, await capturedOf(payment)]).toEqual([0, 4000]);
  });

  test('late-arrival: the line is cut now, the effect comes later', async () => {
    const start = await gateway.now();
    const { payment, answer, captured } = await captureUnder('late-arrival', { delayMs: 900_000 });

    await gateway.advance(900_000);

    expect(answer.kind).toBe('dropped');
    expect(captured).toBe(0);
    expect((await gateway.ledger(payment.payId)).at(-1)).toMatchObject({
      kind: 'capture',
      amount: 4000,
      at: start + 900_000,
      reqId: payment.payId,
      source: 'wire',
    });
  });

  test('truncated: the money moves, half of the answer arrives', async () => {
    const { answer, captured } = await captureUnder('truncated');

    expect(textOf(answer)).toMatch(/^Len=[0-9]+&Data=[0-9A-F]+$/);
    expect(openBody(textOf(answer))).toBeNull();
    expect(captured).toBe(4000);
  });

  test('garbage: the money moves, noise arrives', async () => {
    const { answer, captured } = await captureUnder('garbage');

    expect(textOf(answer)).toHaveLength(160);
    expect(openBody(textOf(answer))).toBeNull();
    expect(captured).toBe(4000);
  });

  test('html: the money moves, a page arrives', async () => {
    const { answer, captured } = await captureUnder('html');

    expect(answer).toMatchObject({ status: 200, type: expect.stringContaining('text/html') });
    expect(captured).toBe(4000);
  });

  test('status-500: nothing happens, 500 arrives', async () => {
    const { answer, captured } = await captureUnder('status-500');

    expect(answer).toMatchObject({ status: 500 });
    expect(captured).toBe(0);
  });

  test('redirect: the money moves, and whoever follows moves it twice', async () => {
    const { payment, answer, captured } = await captureUnder('redirect');

    expect(answer).toMatchObject({ status: 307 });
    expect(captured).toBe(4000);
    await gateway.fault('redirect');
    const body = sealRequest(about(payment, 1000), 'desk_demo');
    await fetch(`${gateway.url}/capture.aspx`, { method: 'POST', body });
    expect(await capturedOf(payment)).toBe(6000);
  });

  test('wrong-echo: the money moves, the answer is about another payment', async () => {
    const { payment, answer, captured } = await captureUnder('wrong-echo');

    expect(opened(answer)).toMatchObject({ Status: 'OK', Code: '00000000' });
    expect(opened(answer)).not.toMatchObject({ PayID: payment.payId });
    expect(opened(answer)).not.toMatchObject({ TransID: payment.transId });
    expect(captured).toBe(4000);
  });

  test('wrong-len: the money moves, Len does not fit Data', async () => {
    const { answer, captured } = await captureUnder('wrong-len');

    const [, len = '', data = ''] = /Len=([0-9]+)&Data=(.+)/.exec(textOf(answer)) ?? [];
    expect(Number(len)).toBeGreaterThan(data.length / 2);
    expect(openBody(textOf(answer))).toBeNull();
    expect(captured).toBe(4000);
  });

  test('duplicate-name: the money moves, the answer says OK and FAILED', async () => {
    const { answer, captured } = await captureUnder('duplicate-name');

    const [, len = '', data = ''] = /Len=([0-9]+)&Data=(.+)/.exec(textOf(answer)) ?? [];
    const plain = Buffer.from(demoCipher.open(data) ?? []).toString('latin1', 0, Number(len));
    expect(plain.match(/Status=[A-Z]+/g)).toEqual(['Status=OK', 'Status=FAILED']);
    expect(captured).toBe(4000);
  });

  test('plain-answer: the money moves, the answer is not encrypted', async () => {
    const { payment, answer, captured } = await captureUnder('plain-answer');

    expect(textOf(answer)).toMatch(/^mid=desk_demo&/);
    expect(textOf(answer)).toContain(`PayID=${payment.payId}`);
    expect(captured).toBe(4000);
  });

  test('declined: nothing happens, the wanted code arrives and stays final', async () => {
    const { payment, answer, captured } = await captureUnder('declined', { code: '20000313' });

    expect(opened(answer)).toMatchObject({ Status: 'FAILED', Code: '20000313' });
    expect(captured).toBe(0);
    const again = await gateway.call('capture', about(payment, 4000, { ReqId: payment.payId }));
    expect(opened(again)).toEqual(opened(answer));
    const other = await captureUnder('declined');
    expect(opened(other.answer).Code).toBe('20000100');
  });
});

describe('faults of an inquiry', () => {
  const inquire = ({ payId, transId }: PaidPayment) =>
    gateway.call('inquire', { PayID: payId, TransID: transId }, { mac: null });

  test('inquiry-stale: the amounts are those before the last step', async () => {
    const payment = await gateway.pay();
    await gateway.call('capture', about(payment, 4000));
    await gateway.fault('inquiry-stale');

    expect(opened(await inquire(payment))).toMatchObject({ AmountAuth: '10000', AmountCap: '0' });
    expect(opened(await inquire(payment))).toMatchObject({ AmountCap: '4000' });
    expect(await capturedOf(payment)).toBe(4000);
  });

  test('inquiry-down: no answer; a fault of money requests leaves inquiries alone', async () => {
    const payment = await gateway.pay();
    await gateway.fault('inquiry-down', { endpoint: 'inquire.aspx', payId: payment.payId });
    await gateway.fault('garbage');

    expect((await inquire(payment)).kind).toBe('dropped');
    expect(opened(await inquire(payment))).toMatchObject({ AmountAuth: '10000' });
    expect(await gateway.ledger(payment.payId)).toHaveLength(1);
    expect(await gateway.faultsLeft()).toBe(1);
  });
});

describe('faults of a notification', () => {
  const credentials = { merchantId: 'desk_demo', cipher: demoCipher, macKey: demoKeys.macKey };
  const verdicts = () =>
    merchant.received.map(({ body }) => openNotification({ credentials, kind: 'notify', body }));
  const kindsOf = async ({ payId }: PaidPayment) =>
    (await gateway.ledger(payId)).map(({ kind }) => kind);

  test('notify-bad-mac: the payment stands, its message does not verify', async () => {
    await gateway.fault('notify-bad-mac');

    const payment = await gateway.pay({ notifyUrl: merchant.url });

    expect(verdicts()).toEqual([{ trusted: false, why: 'mac-wrong' }]);
    expect(await kindsOf(payment)).toEqual(['authorization']);
  });

  test('notify-before-answer: the merchant hears of a capture before it is answered', async () => {
    const payment = await gateway.pay({ notifyUrl: merchant.url });
    await gateway.fault('notify-before-answer');

    const answer = await gateway.call('capture', about(payment, 4000));

    expect(merchant.statuses()).toEqual(['AUTHORIZE_REQUEST', 'OK']);
    expect(opened(answer)).toMatchObject({ Status: 'OK' });
    expect(await kindsOf(payment)).toEqual(['authorization', 'capture']);
  });

  test('notify-duplicate: the same message twice, one payment', async () => {
    await gateway.fault('notify-duplicate');

    const payment = await gateway.pay({ notifyUrl: merchant.url });

    expect(merchant.received).toHaveLength(2);
    expect(merchant.received[1]).toEqual(merchant.received[0]);
    expect(payment.notify.attempts).toBe(1);
    expect(await kindsOf(payment)).toEqual(['authorization']);
  });

  test('notify-late: the payment stands at once, its message comes 65 minutes later', async () => {
    await gateway.fault('notify-late');

    const payment = await gateway.pay({ notifyUrl: merchant.url });
    await gateway.advance(65 * 60_000 - 1);
    const before = merchant.received.length;
    await gateway.advance(1);

    expect(payment.notify).toEqual({ attempts: 0, lastStatus: null });
    expect([before, merchant.received.length]).toEqual([0, 1]);
    expect(await kindsOf(payment)).toEqual(['authorization']);
  });

  test('notify-reordered: the newer status overtakes the older one', async () => {
    await gateway.fault('notify-reordered');
    const sale = { merchantId: 'desk_demo_sale', sale: 'pending-ok' };

    const payment = await gateway.pay({ ...sale, notifyUrl: merchant.url });
    await gateway.advance(30 * 60_000);

    expect(merchant.statuses()).toEqual(['OK', 'AUTHORIZE_REQUEST']);
    expect(await kindsOf(payment)).toEqual(['authorization', 'capture']);
    await gateway.advance(60 * 60_000);
    expect(merchant.received).toHaveLength(2);
  });

  test('notify-forged: a false success comes first, signed with another key', async () => {
    await gateway.fault('notify-forged');

    const payment = await gateway.pay({ outcome: 'decline', notifyUrl: merchant.url });

    expect(verdicts()).toMatchObject([
      { trusted: false, why: 'mac-wrong' },
      { trusted: true, event: { status: 'FAILED', payId: payment.payId } },
    ]);
    expect(merchant.statuses()).toEqual(['OK', 'FAILED']);
    expect(await kindsOf(payment)).toEqual([]);
  });

  test('failure-replayed: the DATA of a failure is taken to the success address', async () => {
    await gateway.fault('failure-replayed');

    const payment = await gateway.pay({ outcome: 'decline', notifyUrl: merchant.url });

    expect(merchant.received.map(({ path }) => path)).toEqual(['/notify', '/success']);
    expect(merchant.statuses()).toEqual(['FAILED', 'FAILED']);
    expect(await kindsOf(payment)).toEqual([]);
  });
});

describe('the list of faults', () => {
  test('holds the 23 names, counts down and can be cleared', async () => {
    expect(new Set(faultNames).size).toBe(23);
    const { id } = (await gateway.fault('html', { count: 2 })) as { id: string };
    const payment = await gateway.pay();
    await gateway.call('capture', about(payment, 500));

    const { body } = await gateway.json('GET', '/control/faults');
    expect(body).toMatchObject({ faults: [{ id, fault: 'html', count: 2, left: 1 }] });
    await gateway.json('DELETE', '/control/faults');
    expect(await gateway.faultsLeft()).toBe(0);
  });

  test.each([
    ['fault', { fault: 'rain' }],
    ['endpoint', { fault: 'html', endpoint: 'batch' }],
    ['count', { fault: 'html', count: 0 }],
    ['code', { fault: 'declined', code: 'no' }],
  ])('refuses a wrong %s by name', async (field, order) => {
    const { status, body } = await gateway.json('POST', '/control/faults', order);

    expect(status).toBe(400);
    expect(body).toMatchObject({ field });
  });
});
