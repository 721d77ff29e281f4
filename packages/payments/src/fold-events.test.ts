import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noAmounts } from './amounts.ts';
import { foldEvents } from './fold-events.ts';
import type { PaymentEvent } from './payment-event.ts';
import { amountsOf, authorizedAt as at } from './testing.ts';

const announced: PaymentEvent = { fact: 'announced', at, type: 'announced', amount: 100_00 };
const processing: PaymentEvent = { fact: 'processing', at, type: 'processing' };
const authorized: PaymentEvent = { fact: 'authorized', at, type: 'authorized', amount: 100_00 };
const failed: PaymentEvent = { fact: 'failed', at, type: 'failed', code: '22060203' };
const abandoned: PaymentEvent = { fact: 'abandoned', at, type: 'abandoned' };

const captured = (fact: string, amount: number, closed = 0): PaymentEvent => ({
  fact,
  at,
  type: 'captured',
  amount,
  closed,
});
const moved = (
  type: 'reversed' | 'credited' | 'lapsed' | `external-${'capture' | 'credit' | 'reversal'}`,
  amount: number,
): PaymentEvent => ({ fact: type, at, type, amount });

describe('the facts about a payment of 100.00 fold to', () => {
  test.each<[string, PaymentEvent[], Parameters<typeof amountsOf>[0]]>([
    ['its authorization', [announced, authorized], {}],
    ['two captures', [captured('one', 60_00), captured('two', 40_00)], { captured: 100_00 }],
    ['a last capture', [captured('one', 60_00, 40_00)], { captured: 60_00, closed: 40_00 }],
    ['a reversal', [moved('reversed', 100_00)], { reversed: 100_00 }],
    [
      'a refund',
      [captured('one', 60_00), moved('credited', 9_00)],
      { captured: 60_00, refunded: 9_00 },
    ],
    [
      'a lapse of the rest',
      [captured('one', 60_00), moved('lapsed', 40_00)],
      { captured: 60_00, closed: 40_00 },
    ],
    [
      'a capture outside',
      [captured('one', 60_00), moved('external-capture', 9_00)],
      { captured: 69_00 },
    ],
    ['a capture undone outside', [captured('one', 60_00), moved('external-capture', -60_00)], {}],
    [
      'a refund outside',
      [captured('one', 60_00), moved('external-credit', 9_00)],
      { captured: 60_00, refunded: 9_00 },
    ],
    ['a reversal outside', [moved('external-reversal', 9_00)], { reversed: 9_00 }],
    [
      'one capture told twice',
      [captured('one', 60_00), captured('one', 60_00)],
      { captured: 60_00 },
    ],
    ['one authorization of two sources', [{ ...authorized, fact: 'other source' }], {}],
  ])('%s', (_, events, overrides) => {
    const amounts = amountsOf(overrides);

    expect(foldEvents([authorized, ...events])).toEqual({
      amounts,
      told: amounts,
      lifecycle: 'authorized',
      captureScheduled: false,
      contradiction: false,
    });
  });

  test('nothing when nothing is known', () => {
    expect(foldEvents([])).toEqual({
      amounts: noAmounts,
      told: noAmounts,
      lifecycle: 'awaiting',
      captureScheduled: false,
      contradiction: false,
    });
  });

  test('the nearest possible amounts, flagged, beside what was told', () => {
    expect(foldEvents([authorized, captured('one', 60_00), moved('lapsed', 100_00)])).toEqual({
      amounts: amountsOf({ captured: 60_00, closed: 40_00 }),
      told: amountsOf({ captured: 60_00, closed: 100_00 }),
      lifecycle: 'authorized',
      captureScheduled: false,
      contradiction: true,
    });
  });

  test('the same amounts with every event that only tells the story', () => {
    const story = (
      [
        'operation-requested',
        'operation-declined',
        'operation-unknown',
        'operation-not-executed',
        'operation-cancelled',
        'operation-review',
      ] as const
    ).map((type): PaymentEvent => ({ fact: type, at, type }));

    expect(foldEvents([authorized, ...story])).toEqual(foldEvents([authorized]));
  });
});

describe('the lifecycle', () => {
  test.each<[string, PaymentEvent[], string]>([
    ['awaits the customer after the announcement', [announced], 'awaiting'],
    ['is processing once the gateway says so', [announced, processing], 'processing'],
    ['is expired once the customer let it pass', [processing, abandoned], 'expired'],
    ['is failed once the gateway says so', [processing, failed], 'failed'],
    ['stays failed when the customer also left', [failed, abandoned], 'failed'],
    ['stays authorized after a failure told late', [authorized, failed], 'authorized'],
    ['becomes authorized after a failure told early', [failed, authorized], 'authorized'],
    [
      'stays authorized after a late announcement',
      [authorized, processing, announced],
      'authorized',
    ],
  ])('%s', (_, events, lifecycle) => {
    expect(foldEvents(events).lifecycle).toBe(lifecycle);
  });
});

type Fold = typeof foldEvents;

const amount = fc.integer({ min: -10_00, max: 120_00 });
/** Few fact names, so that repeated facts with other contents are common. */
const fact = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const anyEvent: fc.Arbitrary<PaymentEvent> = fc.oneof(
  fc.record({ fact, at: fc.nat(9), type: fc.constantFrom('announced', 'authorized'), amount }),
  fc.record({ fact, at: fc.nat(9), type: fc.constantFrom('processing', 'abandoned') }),
  fc.record({ fact, at: fc.nat(9), type: fc.constant('failed'), code: fc.constant('22060203') }),
  fc.record({ fact, at: fc.nat(9), type: fc.constant('captured'), amount, closed: amount }),
  fc.record({
    fact,
    at: fc.nat(9),
    type: fc.constantFrom('reversed', 'credited', 'lapsed', 'external-capture'),
    amount,
  }),
);

/** A telling of the same facts: every event at least once, in any order. */
const anyTelling = fc.array(anyEvent, { maxLength: 8 }).chain((events) =>
  fc.record({
    events: fc.constant(events),
    telling: fc
      .array(fc.nat({ max: Math.max(0, events.length - 1) }), { maxLength: 8 })
      .map((again) => [...events, ...again.flatMap((index) => events[index] ?? [])])
      .chain((all) => fc.shuffledSubarray(all, { minLength: all.length })),
  }),
);

const tellsTheSame = (fold: Fold) =>
  fc.property(anyTelling, ({ events, telling }) => {
    expect(fold(telling)).toEqual(fold(events));
  });

const staysPossible = (fold: Fold) =>
  fc.property(fc.array(anyEvent, { maxLength: 12 }), (events) => {
    const {
      authorized: a,
      captured: c,
      refunded: r,
      reversed: v,
      closed: x,
    } = fold(events).amounts;
    expect(c + v + x).toBeLessThanOrEqual(a);
    expect(r).toBeLessThanOrEqual(c);
    expect(Math.min(a, c, r, v, x)).toBeGreaterThanOrEqual(0);
  });

const countsRepeats: Fold = (events) =>
  foldEvents([...events].map((event, index) => ({ ...event, fact: `${index}` })));

const believesTheLast: Fold = (events) =>
  foldEvents(new Map([...events].map((event) => [event.fact, event])).values());

const reportsWhatWasTold: Fold = (events) => {
  const folded = foldEvents(events);
  return { ...folded, amounts: folded.told };
};

describe('any order and any repetition of the facts', () => {
  test('fold to the same payment', () => {
    fc.assert(tellsTheSame(foldEvents), { numRuns: 2_000 });
  });

  test.each([
    ['counts repeats', countsRepeats],
    ['believes the last telling of a fact', believesTheLast],
  ])('find out a fold that %s', (_, broken) => {
    expect(fc.check(tellsTheSame(broken), { numRuns: 2_000 }).failed).toBe(true);
  });
});

describe('any facts, contradicting ones too,', () => {
  test('fold to amounts that are possible', () => {
    fc.assert(staysPossible(foldEvents), { numRuns: 2_000 });
  });

  test('find out a fold that reports what was told', () => {
    expect(fc.check(staysPossible(reportsWhatWasTold), { numRuns: 2_000 }).failed).toBe(true);
  });
});

describe('a capture that the gateway makes by itself', () => {
  const asking = (capture: string): PaymentEvent => ({ ...announced, capture });
  const missed: PaymentEvent = { fact: 'schedule-missed', at, type: 'schedule-missed' };

  test.each<[boolean, string, PaymentEvent[]]>([
    [true, 'asked for at once', [asking('AUTO'), authorized]],
    [true, 'asked for in two days', [asking('48'), authorized]],
    [false, 'not asked for', [asking('MANUAL'), authorized]],
    [false, 'not spoken of', [announced, authorized]],
    [false, 'missed', [asking('48'), authorized, missed]],
    [false, 'missed before it was announced', [missed, asking('48')]],
    [false, 'named by no announcement', [authorized]],
  ])('is scheduled: %s when %s', (expected, _, events) => {
    expect(foldEvents(events).captureScheduled).toBe(expected);
  });
});
