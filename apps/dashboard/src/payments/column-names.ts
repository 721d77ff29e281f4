/** The columns of the list of payments, in their usual order. */
export const columnNames = [
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
export type ColumnName = (typeof columnNames)[number];
