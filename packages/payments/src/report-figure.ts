/**
 * The sums of a report, in the order of its tables on the screen and in its file. Net is captured less
 * refunded.
 */
export const moneyFigures = [
  'captured',
  'refunded',
  'reimbursed',
  'released',
  'expired',
  'net',
] as const;
export type MoneyFigure = (typeof moneyFigures)[number];
