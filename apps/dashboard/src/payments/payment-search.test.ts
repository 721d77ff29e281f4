import { describe, expect, test } from 'vitest';
import {
  countFilters,
  readPaymentSearch,
  toListInput,
  writePaymentSearch,
} from './payment-search.ts';
import { paymentViews, viewOf } from './payment-views.ts';

describe('the address of the list', () => {
  test('reads every filter', () => {
    const { search, problems } = readPaymentSearch({
      search: 'A-10482',
      status: 'authorized,part_captured',
      captureUrgency: 'urgent',
      refundUrgency: ['soon', 'critical'],
      from: '2026-11-01',
      to: '2026-11-30',
      amountMin: 10,
      amountMax: '49.9',
      captureWithin: 24,
      refundWithin: '72',
      refunded: 'yes',
      unknown: 'no',
      note: 'yes',
      source: 'desk,shop',
      merchant: 1,
      connection: 'demo',
      sort: 'captureBy',
      order: 'asc',
    });

    expect(problems).toEqual([]);
    expect(search).toEqual({
      search: 'A-10482',
      status: ['authorized', 'part_captured'],
      captureUrgency: ['urgent'],
      refundUrgency: ['critical', 'soon'],
      from: '2026-11-01',
      to: '2026-11-30',
      amountMin: 1000,
      amountMax: 4990,
      captureWithin: 24,
      refundWithin: 72,
      refunded: true,
      unknown: false,
      note: true,
      source: ['shop', 'desk'],
      merchant: 1,
      connection: 'demo',
      sort: 'captureBy',
      order: 'asc',
    });
  });

  test.each([
    ['an unknown status', { status: 'authorized,paid' }, { field: 'status', value: 'paid' }],
    [
      'an unknown urgency',
      { captureUrgency: 'panic' },
      { field: 'captureUrgency', value: 'panic' },
    ],
    ['a day that does not exist', { from: '2026-02-30' }, { field: 'from', value: '2026-02-30' }],
    ['an amount that is none', { amountMin: '1e3' }, { field: 'amountMin', value: '1e3' }],
    ['a negative amount', { amountMax: -1 }, { field: 'amountMax', value: '-1' }],
    ['an unknown sort', { sort: 'name' }, { field: 'sort', value: 'name' }],
    ['a filter that does not exist', { colour: 'red' }, { field: null, value: 'colour' }],
    ['no number of hours', { captureWithin: '0' }, { field: 'captureWithin', value: '0' }],
    ['neither yes nor no', { refunded: true }, { field: 'refunded', value: 'true' }],
    ['an unknown source', { source: 'mars' }, { field: 'source', value: 'mars' }],
    [
      'a minute that does not exist',
      { to: '2026-11-20T24:30' },
      { field: 'to', value: '2026-11-20T24:30' },
    ],
    ['an object', { order: { a: 1 } }, { field: 'order', value: '[object Object]' }],
  ])('leaves out %s, names it and keeps the rest', (_, raw, problem) => {
    const { search, problems } = readPaymentSearch({ ...raw, search: 'A-1' });

    expect(problems).toEqual([problem]);
    expect(search.search).toBe('A-1');
    expect(search.sort).toBe('created');
  });

  test('leaves out an end before its start and an upper amount below the lower one', () => {
    const { search, problems } = readPaymentSearch({
      from: '2026-11-21',
      to: '2026-11-20',
      amountMin: 20,
      amountMax: 10,
    });

    expect(problems.map(({ field }) => field)).toEqual(['to', 'amountMax']);
    expect(search).toEqual({ from: '2026-11-21', amountMin: 2000, sort: 'created', order: 'desc' });
  });

  test('takes minutes of a Swiss day, also within the day that ends the range', () => {
    const { search, problems } = readPaymentSearch({ from: '2026-11-20T23:00', to: '2026-11-20' });

    expect(problems).toEqual([]);
    expect(search).toMatchObject({ from: '2026-11-20T23:00', to: '2026-11-20' });
    expect(
      readPaymentSearch({ from: '2026-11-20T23:00', to: '2026-11-20T22:00' }).problems,
    ).toEqual([{ field: 'to', value: '2026-11-20T22:00' }]);
  });

  test('a text of 10,000 characters is left out and named', () => {
    const { search, problems } = readPaymentSearch({
      search: 'x'.repeat(10_000),
      status: 'failed',
    });

    expect(search).toMatchObject({ status: ['failed'] });
    expect(search).not.toHaveProperty('search');
    expect(problems).toMatchObject([{ field: 'search' }]);
  });

  test('writes only what differs from the plain list, and reads it back the same', () => {
    const plain = readPaymentSearch({}).search;
    const { search } = readPaymentSearch({
      status: 'unknown',
      amountMin: '0.05',
      refunded: 'no',
      source: 'desk',
      order: 'asc',
    });

    expect(writePaymentSearch(plain)).toEqual({});
    expect(writePaymentSearch(search)).toEqual({
      status: 'unknown',
      amountMin: 0.05,
      refunded: 'no',
      source: 'desk',
      order: 'asc',
    });
    expect(readPaymentSearch(writePaymentSearch(search)).search).toEqual(search);
  });

  test('counts filters, not the order', () => {
    expect(countFilters(readPaymentSearch({ sort: 'amount' }).search)).toBe(0);
    expect(countFilters(readPaymentSearch({ search: 'x', status: 'failed' }).search)).toBe(2);
  });

  test('asks the server for minor units and Swiss days', () => {
    const { search } = readPaymentSearch({ from: '2026-11-01', amountMin: '49.90' });

    expect(toListInput(search)).toEqual({
      from: '2026-11-01',
      amountMin: 4990,
      sort: 'created',
      order: 'desc',
    });
  });
});

describe('the ready-made views', () => {
  test.each(paymentViews)('$key is recognized by its own address', ({ key, search }) => {
    expect(viewOf(readPaymentSearch(writePaymentSearch(search)).search)).toBe(key);
  });

  test('a filter more leaves the view, another order does not', () => {
    const [, toCapture] = paymentViews;

    expect(viewOf({ ...toCapture.search, amountMin: 100 })).toBeNull();
    expect(viewOf({ ...toCapture.search, order: 'desc' })).toBe('toCapture');
  });
});
