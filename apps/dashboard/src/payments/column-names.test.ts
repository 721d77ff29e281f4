import { expect, test } from 'vitest';
import { moveColumn, readColumns } from './column-names.ts';

test('a column that exists no more is named, and the others keep their order', () => {
  expect(readColumns(['status', 'mood', 'order', 'payId'])).toEqual({
    columns: ['order', 'status', 'payId'],
    gone: ['mood'],
  });
});

test.each([
  ['payId', -1, ['order', 'payId', 'status', 'date']],
  ['status', 1, ['order', 'payId', 'status', 'date']],
  ['status', -1, ['order', 'status', 'payId', 'date']],
  ['date', 1, ['order', 'status', 'payId', 'date']],
  ['order', 1, ['order', 'status', 'payId', 'date']],
  ['source', 1, ['order', 'status', 'payId', 'date']],
] as const)('%s moved by %i', (name, by, expected) => {
  expect(moveColumn(['order', 'status', 'payId', 'date'], name, by)).toEqual(expected);
});
