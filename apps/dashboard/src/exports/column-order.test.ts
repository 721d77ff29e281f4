import { exportColumns } from 'paygate-payments';
import { expect, test } from 'vitest';
import { personalColumns, plainColumns, plainCount, shownColumns } from './column-order.ts';

test('the dialog knows every column of a file once, those that name people apart', () => {
  const known = [...plainColumns(shownColumns(undefined)), ...personalColumns];

  expect(new Set(known)).toEqual(new Set(exportColumns));
  expect(known).toHaveLength(exportColumns.length);
  expect(plainCount).toBe(known.length - personalColumns.length);
});

test('the order is that of the list, then that of the house', () => {
  const wish = { filter: {}, columns: ['remaining', 'status', 'source'] as const, paymentIds: [] };

  expect(plainColumns(shownColumns(wish)).slice(0, 6)).toEqual([
    ...['remaining', 'status', 'source'],
    ...['refNr', 'transId', 'payId'],
  ]);
});

test('what a list shows may name a person only behind its own choice', () => {
  expect(plainColumns(['orderDesc', 'refNr'])[0]).toBe('refNr');
});
