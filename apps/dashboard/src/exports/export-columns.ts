import type { ExportColumn } from '../app/export-wish.ts';

/** Every column that names no person, in the order of the file. */
export const plainColumns: readonly ExportColumn[] = [
  'refNr',
  'payId',
  'transId',
  'status',
  'currency',
  'requested',
  'authorized',
  'captured',
  'refunded',
  'reversed',
  'closed',
  'remaining',
  'refundable',
  'createdAt',
  'authorizedAt',
  'captureBy',
  'refundUntil',
  'checkedAt',
  'connection',
  'source',
  'id',
];

/** Free text in which people write names: behind a right of its own. */
export const personalColumns: readonly ExportColumn[] = ['orderDesc', 'notes'];

/** What is proposed where no list was left behind. */
export const usualColumns: readonly ExportColumn[] = [
  'refNr',
  'transId',
  'status',
  'currency',
  'authorized',
  'captured',
  'refunded',
  'remaining',
  'createdAt',
  'captureBy',
  'refundUntil',
  'connection',
];
