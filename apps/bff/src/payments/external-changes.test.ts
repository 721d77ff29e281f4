import { describe, expect, test } from 'vitest';
import { externalChanges } from './external-changes.ts';

const CAPTURE_BY = Date.UTC(2026, 10, 9);
const BEFORE = CAPTURE_BY - 1;

type Told = Parameters<typeof externalChanges>[0];
type Amounts = Partial<Told['amounts']>;
const none = { authorized: 100_00, captured: 0, refunded: 0, reversed: 0, closed: 0 };

const told = (amounts: Amounts, rest: Partial<Omit<Told, 'amounts'>> = {}): Told => ({
  amounts: { ...none, ...amounts },
  captureBy: CAPTURE_BY,
  reversedOutside: 0,
  lapsedByInquiry: 0,
  ...rest,
});
const sums = (auth: number, cap: number, cred: number) => ({ auth, cap, cred });

/** What is found, as [type, amount]. */
const found = (
  payment: Told,
  inquiry: ReturnType<typeof sums>,
  { shows = 'unconfirmed', now = BEFORE }: { shows?: 'unconfirmed' | 'yes'; now?: number } = {},
) =>
  externalChanges(payment, inquiry, shows, now).map(({ event }) => {
    expect(event.at).toBe(now);
    return [event.type, 'amount' in event ? event.amount : null];
  });

describe('nothing was done elsewhere', () => {
  test.each([
    ['where the sums agree', told({ captured: 40_00, refunded: 5_00 }), sums(100_00, 40_00, 5_00)],
    ['to what was never authorized', told({ authorized: 0 }), sums(100_00, 40_00, 0)],
    ['where our own reversal emptied it', told({ reversed: 100_00 }), sums(0, 0, 0)],
    ['where a part was reversed and no inquiry shows it', told({ reversed: 40_00 }), sums(0, 0, 0)],
    ['where all was captured', told({ captured: 100_00 }), sums(0, 100_00, 0)],
  ])('%s', (_, payment, inquiry) => {
    expect(found(payment, inquiry)).toEqual([]);
  });
});

describe('what was done elsewhere', () => {
  test.each([
    ['a capture', told({}), sums(100_00, 30_00, 0), [['external-capture', 30_00]]],
    [
      'a capture taken back',
      told({ captured: 30_00 }),
      sums(100_00, 0, 0),
      [['external-capture', -30_00]],
    ],
    [
      'a refund',
      told({ captured: 50_00 }),
      sums(100_00, 50_00, 20_00),
      [['external-credit', 20_00]],
    ],
    ['a partial reversal', told({}), sums(60_00, 0, 0), [['external-reversal', 40_00]]],
    ['a reversal of all', told({}), sums(0, 0, 0), [['external-reversal', 100_00]]],
    ['more than was authorized', told({}), sums(120_00, 0, 0), [['authorized', 120_00]]],
    [
      'a capture of all that emptied the rest',
      told({}),
      sums(0, 100_00, 0),
      [['external-capture', 100_00]],
    ],
    [
      'several steps',
      told({ captured: 20_00 }),
      sums(90_00, 50_00, 10_00),
      [
        ['external-capture', 30_00],
        ['external-credit', 10_00],
        ['external-reversal', 10_00],
      ],
    ],
  ])('%s', (_, payment, inquiry, events) => {
    expect(found(payment, inquiry)).toEqual(events);
  });

  test('the rest of what we reversed in part, only where inquiries show it', () => {
    const payment = told({ reversed: 40_00 });

    expect(found(payment, sums(0, 0, 0), { shows: 'yes' })).toEqual([['external-reversal', 60_00]]);
    expect(found(payment, sums(0, 0, 0))).toEqual([]);
  });

  test('is a lapse from the deadline on, a reversal before', () => {
    expect(found(told({}), sums(0, 0, 0), { now: CAPTURE_BY })).toEqual([['lapsed', 100_00]]);
    expect(found(told({}), sums(0, 0, 0), { now: BEFORE })).toEqual([
      ['external-reversal', 100_00],
    ]);
  });

  test('is a fact of its own each time, but a raised authorization only once', () => {
    const facts = (auth: number, cap: number) =>
      externalChanges(told({}), sums(auth, cap, 0), 'unconfirmed', BEFORE)[0]?.event.fact ?? '';

    expect(facts(100_00, 30_00)).toMatch(/^external-capture:.{36}$/);
    expect(facts(100_00, 30_00)).not.toBe(facts(100_00, 30_00));
    expect(facts(0, 0)).toMatch(/^external-reversal:.{36}$/);
    expect(facts(120_00, 0)).toBe('authorized:12000');
    const [lapsed] = externalChanges(told({}), sums(0, 0, 0), 'unconfirmed', CAPTURE_BY);
    expect(lapsed?.event.fact).toMatch(/^lapsed:inquiry:.{36}$/);
  });
});

describe('what we took for reversed elsewhere and is named again', () => {
  const reversedOutside = 40_00;
  const payment = told({ reversed: 40_00 }, { reversedOutside });

  test.each([
    ['all of it', payment, sums(100_00, 0, 0), [['external-reversal', -40_00]]],
    ['a part of it', payment, sums(70_00, 0, 0), [['external-reversal', -10_00]]],
    ['never more than that', payment, sums(150_00, 0, 0), [['external-reversal', -40_00]]],
    ['nothing while the sum stays', payment, sums(60_00, 0, 0), []],
    [
      'nothing beside a reversal of ours',
      told({ reversed: 60_00 }, { reversedOutside }),
      sums(100_00, 0, 0),
      [],
    ],
    [
      'nothing once the rest was closed',
      told({ reversed: 40_00, closed: 10_00 }, { reversedOutside }),
      sums(100_00, 0, 0),
      [],
    ],
    [
      'together with a capture',
      payment,
      sums(100_00, 20_00, 0),
      [
        ['external-reversal', -40_00],
        ['external-capture', 20_00],
      ],
    ],
  ])('comes back: %s', (_, one, inquiry, events) => {
    expect(found(one, inquiry)).toEqual(events);
  });
});

describe('what we took for lapsed and is named again', () => {
  const lapsedByInquiry = 70_00;
  const payment = told({ captured: 30_00, closed: 70_00 }, { lapsedByInquiry });

  test.each([
    ['all of it', payment, sums(100_00, 30_00, 0), [['lapsed', -70_00]]],
    ['a part of it', payment, sums(50_00, 30_00, 0), [['lapsed', -20_00]]],
    ['never more than that', payment, sums(150_00, 30_00, 0), [['lapsed', -70_00]]],
    ['nothing while the sum stays', payment, sums(30_00, 30_00, 0), []],
    ['nothing while none is named', payment, sums(0, 30_00, 0), []],
    [
      'nothing of what the gateway refused as expired',
      told({ captured: 20_00, closed: 80_00 }, { lapsedByInquiry }),
      sums(100_00, 20_00, 0),
      [],
    ],
    [
      'nothing after a reversal',
      told({ captured: 20_00, reversed: 10_00, closed: 70_00 }, { lapsedByInquiry }),
      sums(100_00, 20_00, 0),
      [],
    ],
  ])('comes back: %s', (_, one, inquiry, events) => {
    expect(found(one, inquiry, { now: CAPTURE_BY })).toEqual(events);
  });
});
