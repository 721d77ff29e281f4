import type { ColumnSet } from '../lists/column-set.ts';

/** The columns of the list of payments, in their usual order. */
export const usualColumns = [
  'order',
  'status',
  'deadline',
  'authorized',
  'captured',
  'refunded',
  'remaining',
  'date',
  'connection',
  'action',
] as const;

/** Every column there is: the usual ones, and what can be added to them. */
const columnNames = [...usualColumns, 'reversed', 'transId', 'payId', 'source'] as const;
export type ColumnName = (typeof columnNames)[number];

/** The columns of the list of payments. */
export const paymentColumns: ColumnSet<ColumnName> = { names: columnNames, usual: usualColumns };
