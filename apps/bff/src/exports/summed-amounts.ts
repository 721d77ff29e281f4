import type { ExportColumn } from 'paygate-payments';

/** The sums every file states, in the order of the house. */
export const summedAmounts = [
  'authorized',
  'captured',
  'refunded',
  'reversed',
  'closed',
  'remaining',
] as const satisfies readonly ExportColumn[];
export type SummedAmount = (typeof summedAmounts)[number];
