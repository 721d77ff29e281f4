import { expect, test } from 'vitest';
import {
  exportColumns,
  exportColumnsDe,
  exportColumnsEn,
  exportColumnsFr,
  exportColumnsIt,
  isPersonalColumn,
  usualExportColumns,
} from './index.ts';

test.each([
  ['de', exportColumnsDe],
  ['en', exportColumnsEn],
  ['fr', exportColumnsFr],
  ['it', exportColumnsIt],
])('each column has one word of its own, %s', (_, words) => {
  expect(new Set(Object.keys(words))).toEqual(new Set(exportColumns));
  expect(new Set(Object.values(words)).size).toBe(exportColumns.length);
});

test('text that people write is personal, and never proposed', () => {
  expect(exportColumns.filter(isPersonalColumn)).toEqual(['orderDesc', 'notes']);
  expect(usualExportColumns.some(isPersonalColumn)).toBe(false);
});

test('what is proposed stands in the order of the list of payments', () => {
  expect(usualExportColumns).toEqual([
    'refNr',
    'transId',
    'status',
    'captureBy',
    'refundUntil',
    'currency',
    'authorized',
    'captured',
    'refunded',
    'remaining',
    'createdAt',
    'connection',
  ]);
});
