import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchSettlement } from './match-settlement.ts';
import type { Movement, StatementLine } from './settlement.ts';
import { totalDifferences, totalsOf } from './settlement-totals.ts';

const HOUR = 3_600_000;
const from = Date.UTC(2026, 10, 1, 22);
const until = from + 24 * HOUR;
const period = { from, until, dayKind: 'twint' } as const;
const noon = from + 13 * HOUR;

const ours = (id: string, amount: number, over: Partial<Movement> = {}): Movement => ({
  id,
  paymentId: `p-${id}`,
  payId: `pay-${id}`,
  xids: [`x-${id}`],
  transId: `trans-${id}`,
  refNr: `ref-${id}`,
  at: noon,
  amount,
  isSettled: false,
  ...over,
});
const theirs = (
  line: number,
  amount: number,
  over: Partial<StatementLine> = {},
): StatementLine => ({
  line,
  kind: amount < 0 ? 'refund' : 'payment',
  payId: null,
  xid: null,
  transId: null,
  refNr: null,
  at: noon,
  amount,
  fee: null,
  ...over,
});
const match = (lines: StatementLine[], movements: Movement[]) =>
  matchSettlement(lines, movements, period).map(({ lane, cause, matchedBy, line, movementIds }) => [
    line,
    lane,
    cause,
    matchedBy,
    movementIds.join('+'),
  ]);

describe('a line', () => {
  test.each(['payId', 'xid', 'transId', 'refNr'] as const)('is recognized by its %s', (key) => {
    const a = ours('a', 10_00);
    const name = { payId: a.payId, xid: 'x-a', transId: a.transId, refNr: a.refNr }[key];
    expect(match([theirs(1, 10_00, { [key]: name })], [ours('b', 10_00), a])).toEqual([
      [1, 'matched', null, key, 'a'],
      [null, 'only-ours', 'not-settled-yet', null, 'b'],
    ]);
  });

  test('takes the movement of its amount, and another line the other one', () => {
    const shared = { payId: 'P', paymentId: 'p' };
    const movements = [ours('a', 10_00, shared), ours('b', 20_00, shared)];
    expect(
      match([theirs(1, 20_00, { payId: 'P' }), theirs(2, 10_00, { payId: 'P' })], movements),
    ).toEqual([
      [1, 'matched', null, 'payId', 'b'],
      [2, 'matched', null, 'payId', 'a'],
    ]);
  });

  test.each([
    ['a fee that is stated', theirs(1, 98_70, { payId: 'pay-a', fee: 1_30 }), 'fee'],
    ['what may be a fee', theirs(1, 98_70, { payId: 'pay-a' }), 'fee'],
    ['what was given back elsewhere', theirs(1, 60_00, { payId: 'pay-a' }), 'external-refund'],
    ['more than we know of', theirs(1, 120_00, { payId: 'pay-a' }), 'amount'],
  ])('differs by %s', (_, line, cause) => {
    expect(match([line], [ours('a', 100_00)])).toEqual([[1, 'differs', cause, 'payId', 'a']]);
  });

  test('may have a refund netted, or be several captures together', () => {
    const p = { payId: 'P', paymentId: 'p' };
    const q = { payId: 'Q', paymentId: 'q' };
    const movements = [
      ours('a', 100_00, p),
      ours('b', -40_00, p),
      ours('c', 10_00, q),
      ours('d', 5_00, q),
    ];
    expect(
      match([theirs(1, 60_00, { payId: 'P' }), theirs(2, 15_00, { payId: 'Q' })], movements),
    ).toEqual([
      [1, 'differs', 'netted-refund', 'payId', 'a+b'],
      [2, 'matched', 'several-captures', 'payId', 'c+d'],
    ]);
  });

  test('of which we know nothing, or know it from another statement', () => {
    const settled = ours('s', 30_00, { isSettled: true });
    expect(
      match(
        [
          theirs(1, 5_00, { payId: 'nobody' }),
          theirs(2, -5_00, { payId: 'pay-s' }),
          theirs(3, 30_00, { payId: 'pay-s' }),
        ],
        [settled],
      ),
    ).toEqual([
      [1, 'only-theirs', 'unknown-payment', null, ''],
      [2, 'only-theirs', 'external-refund', 'payId', ''],
      [3, 'only-theirs', 'settled-before', 'payId', ''],
    ]);
  });

  test('that says again what another line said, or a whole statement', () => {
    const before = { paymentId: 'p', payId: 'P', isSettled: true };
    const movements = [
      ours('a', 10_00),
      ours('b', 20_00, before),
      ours('c', 30_00, before),
      ours('d', 1_00),
    ];
    const said = [
      theirs(1, 10_00, { payId: 'pay-a' }),
      theirs(2, 10_00, { xid: 'x-a' }),
      theirs(3, 50_00, { payId: 'P' }),
      theirs(4, 1_00, { payId: 'pay-d' }),
    ];
    const items = matchSettlement(said, movements, period, new Set(['d']));
    expect(items.map(({ line, lane, cause }) => [line, lane, cause])).toEqual([
      [1, 'matched', null],
      [2, 'only-theirs', 'said-twice'],
      [3, 'only-theirs', 'settled-before'],
      [4, 'only-theirs', 'said-twice'],
    ]);
  });

  test('about a payment that failed is no difference', () => {
    const failed = theirs(1, 0, { kind: 'failed', at: 0, fee: 12, payId: 'pay-a' });
    expect(match([failed], [])).toEqual([[1, 'failed', null, null, '']]);
  });

  test('with the order number of two payments does not stand for either without its amount', () => {
    const movements = [ours('a', 10_00, { refNr: 'R' }), ours('b', 20_00, { refNr: 'R' })];
    expect(match([theirs(1, 15_00, { refNr: 'R' })], movements)[0]).toEqual([
      1,
      'only-theirs',
      'amount',
      'refNr',
      '',
    ]);
  });
});

describe('the day that ends at 23:00', () => {
  const calendar = { from: from + HOUR, until: until + HOUR, dayKind: 'calendar' } as const;

  test.each([
    [period, from - 1, 'other-day'],
    [period, from, null],
    [period, until - 1, null],
    [period, until, 'day-23'],
    [period, until + HOUR - 1, 'day-23'],
    [period, until + HOUR, 'other-day'],
    [calendar, from - 1, 'other-day'],
    [calendar, from, 'day-23'],
    [calendar, from + HOUR, null],
    [calendar, until + HOUR, 'other-day'],
  ])('explains a match of %j at %d by %s', (days, at, cause) => {
    const line = theirs(1, 1_00, { payId: 'pay-a' });
    const [item] = matchSettlement([line], [ours('a', 1_00, { at })], days);
    expect(item).toMatchObject({ lane: 'matched', cause });
  });

  test.each([
    [period, from, 'day-23'],
    [period, from + HOUR, 'not-settled-yet'],
    [period, until - 1, 'not-settled-yet'],
    [calendar, from + HOUR, 'not-settled-yet'],
    [calendar, until - 1, 'not-settled-yet'],
    [calendar, until, 'day-23'],
  ])('explains what no line of %j speaks of at %d by %s', (days, at, cause) => {
    const [item] = matchSettlement([], [ours('a', 1_00, { at })], days);
    expect(item).toMatchObject({ lane: 'only-ours', cause });
  });

  test('leaves out what moved outside of the period', () => {
    expect(match([], [ours('a', 1_00, { at: until }), ours('b', 1, { at: from - 1 })])).toEqual([]);
  });
});

describe('any statement', () => {
  const name = fc.constantFrom('A', 'B', 'C');
  const amount = fc.constantFrom(-20_00, -10_00, 10_00, 20_00, 30_00);
  const anyOurs = fc
    .array(
      fc.record({
        paymentId: name,
        amount,
        hour: fc.integer({ min: -3, max: 27 }),
        isSettled: fc.boolean(),
      }),
    )
    .map((all) =>
      all.map(({ paymentId, hour, ...rest }, at) =>
        ours(String(at), rest.amount, {
          ...rest,
          paymentId,
          payId: `P${paymentId}`,
          refNr: `R${paymentId}`,
          xids: [`X${paymentId}`],
          at: from + hour * HOUR,
        }),
      ),
    );
  const anyTheirs = fc
    .array(
      fc.record({
        key: fc.constantFrom('payId', 'xid', 'refNr', 'none'),
        name,
        amount,
        fee: fc.constantFrom(null, 1_00),
      }),
    )
    .map((all) =>
      all.map(({ key, name: called, ...rest }, at) => {
        const prefix = { payId: 'P', xid: 'X', refNr: 'R', none: '' }[key] ?? '';
        const named = key === 'none' ? {} : { [key]: `${prefix}${called}` };
        return theirs(at + 1, rest.amount, { ...named, fee: rest.fee });
      }),
    );

  test('puts every line and every movement of the period into exactly one item', () => {
    fc.assert(
      fc.property(anyTheirs, anyOurs, (lines, movements) => {
        const items = matchSettlement(lines, movements, period);
        const told = items.flatMap(({ line }) => (line === null ? [] : [line]));
        expect(told.sort((a, b) => a - b)).toEqual(lines.map(({ line }) => line));
        const taken = items.flatMap(({ movementIds }) => movementIds);
        expect(new Set(taken).size).toBe(taken.length);
        for (const { id, at, isSettled } of movements) {
          const isDue = at >= from && at < until && !isSettled;
          if (isDue) expect(taken).toContain(id);
          if (isSettled) expect(taken).not.toContain(id);
        }
      }),
    );
  });

  test('loses no centime: the items add up to the lines, and matched ones agree', () => {
    fc.assert(
      fc.property(anyTheirs, anyOurs, (lines, movements) => {
        const items = matchSettlement(lines, movements, period);
        const sum = items.reduce((total, item) => total + item.theirs, 0);
        expect(sum).toBe(totalsOf(lines).amount);
        for (const { lane, ours: own, theirs: stated } of items) {
          if (lane === 'matched') expect(own).toBe(stated);
        }
      }),
    );
  });

  test('that says what we know matches line by line, whatever its order', () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 20 }), fc.nat(), (amounts, turn) => {
        const movements = amounts.map((one, at) => ours(String(at), one));
        const lines = movements.map((one, at) => theirs(at + 1, one.amount, { payId: one.payId }));
        const turned = [...lines.slice(turn % 20), ...lines.slice(0, turn % 20)];
        const items = matchSettlement(turned, movements, period);
        expect(items).toHaveLength(lines.length);
        expect(items.every(({ lane }) => lane === 'matched')).toBe(true);
      }),
    );
  });
});

test('totals are held against what the statement states, as far as it does', () => {
  const added = totalsOf([theirs(1, 10_00, { fee: 13 }), theirs(2, -2_00)]);
  expect(added).toEqual({ count: 2, amount: 8_00, fee: 13, net: 7_87 });
  expect(totalDifferences({ count: 3, amount: 8_00, fee: null, net: 7_80 }, added)).toEqual([
    { name: 'count', difference: 1 },
    { name: 'net', difference: -7 },
  ]);
});
