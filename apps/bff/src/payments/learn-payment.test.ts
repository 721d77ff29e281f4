import { noAmounts } from 'paygate-payments';
import { describe, expect, test } from 'vitest';
import { learnPayment } from './learn-payment.ts';
import type { ToldPayment } from './told-payment.ts';

const HOUR = 3_600_000;
const now = Date.UTC(2026, 10, 22, 12);
const hint = { authorizedAt: now - HOUR, code: null, xid: null };

const unseen: ToldPayment = {
  id: '01a20355-9a9f-7b2c-ac19-b196702c5dfe',
  merchantId: 1,
  connectionId: '01a20355-9a9f-7b2c-ac19-b196702c5dfd',
  payId: 'a'.repeat(32),
  transId: 'T-1',
  refNr: null,
  twintOrderId: null,
  orderDesc: '',
  currency: 'CHF',
  source: 'shop',
  lifecycle: 'awaiting',
  status: 'awaiting',
  requestedAmount: 0,
  amounts: noAmounts,
  creditInDoubt: 0,
  openState: null,
  authorizedAt: null,
  captureBy: null,
  refundUntil: null,
  checkedAt: null,
  doubt: null,
  batchFileId: null,
  version: 1,
  createdAt: now - HOUR,
  reversedOutside: 0,
  lapsedByInquiry: 0,
};
const authorized: ToldPayment = {
  ...unseen,
  lifecycle: 'authorized',
  amounts: { ...noAmounts, authorized: 50_00 },
  captureBy: now + HOUR,
};
const told = (auth: number, cap: number, cred: number, lastStatus = 'OK') => ({
  amounts: { auth, cap, cred },
  lastStatus,
});
const connectionOf = (mode: 'sale' | 'deferred') =>
  ({ mode, inquiryShowsReversals: 'unconfirmed' }) as const;
const learn = (mode: 'sale' | 'deferred', payment: ToldPayment, says: ReturnType<typeof told>) =>
  learnPayment(connectionOf(mode), payment, says, hint, now).map(({ event }) => [
    event.type,
    'amount' in event ? event.amount : null,
  ]);

describe('a payment seen for the first time', () => {
  test.each([
    ['an authorization', 'deferred', told(50_00, 0, 0), [['authorized', 50_00]]],
    [
      'one that was captured elsewhere',
      'deferred',
      told(50_00, 20_00, 5_00),
      [
        ['authorized', 50_00],
        ['captured', 20_00],
        ['external-credit', 5_00],
      ],
    ],
    ['a refusal', 'deferred', told(0, 0, 0, 'FAILED'), [['failed', null]]],
    ['a customer who still decides', 'deferred', told(0, 0, 0, 'PENDING'), []],
    ['a sale that hangs', 'sale', told(50_00, 0, 0, 'AUTHORIZE_REQUEST'), [['processing', null]]],
    [
      'a sale',
      'sale',
      told(50_00, 50_00, 0),
      [
        ['authorized', 50_00],
        ['captured', 50_00],
      ],
    ],
  ] as const)('%s', (_, mode, says, events) => {
    expect(learn(mode, unseen, says)).toEqual(events);
  });

  test('a sale that hung and is gone has failed', () => {
    const hanging: ToldPayment = { ...unseen, lifecycle: 'processing', status: 'processing' };

    expect(learn('sale', hanging, told(50_00, 0, 0, 'AUTHORIZE_REQUEST'))).toEqual([]);
    expect(learn('sale', hanging, told(0, 0, 0, 'FAILED'))).toEqual([['failed', null]]);
  });

  test('a customer who never decided let it pass', () => {
    const timedOut = { ...hint, code: '20000931' };
    const says = told(0, 0, 0, 'FAILED');

    const [learned] = learnPayment(connectionOf('deferred'), unseen, says, timedOut, now);

    expect(learned?.event.type).toBe('abandoned');
  });
});

describe('a payment we know', () => {
  test.each([
    ['nothing new', told(50_00, 0, 0), []],
    ['a capture elsewhere', told(50_00, 20_00, 0), [['external-capture', 20_00]]],
    ['a partial reversal elsewhere', told(30_00, 0, 0), [['external-reversal', 20_00]]],
    ['a full reversal before the deadline', told(0, 0, 0), [['external-reversal', 50_00]]],
    ['a failed step that moved nothing', told(50_00, 0, 0, 'FAILED'), []],
  ] as const)('%s', (_, says, events) => {
    expect(learn('deferred', authorized, says)).toEqual(events);
  });

  test.each([
    ['all of it is there again', told(50_00, 0, 0), [['external-reversal', -50_00]]],
    ['a part is there again', told(20_00, 0, 0), [['external-reversal', -20_00]]],
    [
      'it is there again, and was captured',
      told(50_00, 20_00, 0),
      [
        ['external-reversal', -50_00],
        ['external-capture', 20_00],
      ],
    ],
    ['it stays gone', told(0, 0, 0), []],
  ] as const)('what was taken for a reversal elsewhere: %s', (_, says, events) => {
    const amounts = { ...authorized.amounts, reversed: 50_00 };

    expect(learn('deferred', { ...authorized, amounts, reversedOutside: 50_00 }, says)).toEqual(
      events,
    );
  });

  test('a reversal of ours is not doubted by an AmountAuth that never fell', () => {
    const amounts = { ...authorized.amounts, reversed: 50_00 };

    expect(learn('deferred', { ...authorized, amounts }, told(50_00, 0, 0))).toEqual([]);
  });

  test('an authorization that is gone past the deadline has lapsed', () => {
    const late = { ...authorized, captureBy: now };

    expect(learn('deferred', late, told(0, 0, 0, 'FAILED'))).toEqual([['lapsed', 50_00]]);
  });

  test.each([
    ['all of it', 50_00, told(50_00, 0, 0), [['lapsed', -50_00]]],
    ['a part of it', 50_00, told(20_00, 0, 0), [['lapsed', -20_00]]],
    ['nothing of it', 50_00, told(0, 0, 0), []],
    ['what the gateway refused as expired', 0, told(50_00, 0, 0), []],
  ] as const)(
    'what an inquiry took for lapsed is taken back when a later one names %s',
    (_, lapsedByInquiry, says, events) => {
      const amounts = { ...authorized.amounts, closed: 50_00 };
      const lapsed = { ...authorized, captureBy: now, amounts, lapsedByInquiry };

      expect(learn('deferred', lapsed, says)).toEqual(events);
    },
  );
});
