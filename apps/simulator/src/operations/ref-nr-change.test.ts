import { afterAll, beforeAll, expect, test } from 'vitest';
import { opened, type PaidPayment, startTestGateway, type TestGateway } from '../testing.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());

const change = ({ payId, transId }: PaidPayment, refNr: string, more: object = {}) =>
  gateway.call('RefNrChange', { PayID: payId, TransID: transId, RefNr: refNr }, more);
/** The reference in the answer to an inquiry, null where it tells none. */
async function refNrOf({ payId, transId }: PaidPayment): Promise<string | null> {
  const answer = opened(await gateway.call('inquire', { PayID: payId, TransID: transId }));
  return new Map(Object.entries(answer)).get('RefNr') ?? null;
}

test('RefNrChange.aspx gives a payment another reference, and books no step', async () => {
  const payment = await gateway.pay({ refNr: 'A-1' });
  const before = await gateway.ledger(payment.payId);

  const answer = opened(await change(payment, 'A-2'));

  expect(answer).toMatchObject({ PayID: payment.payId, RefNr: 'A-2', Status: 'OK' });
  expect(await refNrOf(payment)).toBe('A-2');
  expect(await gateway.ledger(payment.payId)).toEqual(before);
});

test('it refuses a payment of another merchant, a wrong MAC and a bad reference', async () => {
  const payment = await gateway.pay({ refNr: 'A-1' });
  const foreign = await change(payment, 'A-2', { merchantId: 'desk_other' });
  const forged = await change(payment, 'A-2', { mac: 'f'.repeat(64) });
  const long = await change(payment, 'x'.repeat(41));
  const blank = await change(payment, 'a b');

  expect([foreign, forged, long, blank].map((one) => opened(one).Code)).toEqual([
    ...['20600061', '20120044', '20140032', '20110032'],
  ]);
  expect(await refNrOf(payment)).toBe('A-1');
});

test('it misbehaves on demand: lost after the effect, late, and not at all', async () => {
  const payment = await gateway.pay({ refNr: 'A-1' });
  const fault = (name: string) => gateway.fault(name, { endpoint: 'refnrchange' });

  await fault('drop-after-effect');
  expect((await change(payment, 'A-2')).kind).toBe('dropped');
  expect(await refNrOf(payment)).toBe('A-2');
  await fault('late-arrival');
  expect((await change(payment, 'A-3')).kind).toBe('dropped');
  expect(await refNrOf(payment)).toBe('A-2');
  await gateway.advance(3000);
  expect(await refNrOf(payment)).toBe('A-3');
  await fault('declined');
  expect(opened(await change(payment, 'A-4')).Status).toBe('FAILED');
  expect(await refNrOf(payment)).toBe('A-3');
});

test('an inquiry of a merchant for whom it is switched off does not tell the reference', async () => {
  const payment = await gateway.pay({ refNr: 'A-1' });
  await gateway.set('desk_demo', { inquiryTellsRefNr: false });

  expect(await refNrOf(payment)).toBeNull();
});
