/** How a column is written: words come from our catalog, texts from whoever paid or the gateway. */
export type ColumnKind = 'text' | 'word' | 'amount' | 'instant';

/** Every column a payments file can have, in the order of "all columns". */
export const exportColumns = [
  'refNr',
  'payId',
  'transId',
  'orderDesc',
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
  'notes',
  'id',
] as const;
export type ExportColumn = (typeof exportColumns)[number];

type ColumnFacts = {
  readonly kind: ColumnKind;
  /** Free text in which people write names and addresses. */
  readonly personal?: true;
  /** Characters, for the width in a sheet and for the estimate. */
  readonly width: number;
};

export const columnFacts: Readonly<Record<ExportColumn, ColumnFacts>> = {
  refNr: { kind: 'text', width: 16 },
  payId: { kind: 'text', width: 34 },
  transId: { kind: 'text', width: 24 },
  orderDesc: { kind: 'text', width: 40, personal: true },
  status: { kind: 'word', width: 18 },
  currency: { kind: 'word', width: 10 },
  requested: { kind: 'amount', width: 14 },
  authorized: { kind: 'amount', width: 14 },
  captured: { kind: 'amount', width: 14 },
  refunded: { kind: 'amount', width: 14 },
  reversed: { kind: 'amount', width: 14 },
  closed: { kind: 'amount', width: 14 },
  remaining: { kind: 'amount', width: 14 },
  refundable: { kind: 'amount', width: 14 },
  createdAt: { kind: 'instant', width: 20 },
  authorizedAt: { kind: 'instant', width: 20 },
  captureBy: { kind: 'instant', width: 20 },
  refundUntil: { kind: 'instant', width: 20 },
  checkedAt: { kind: 'instant', width: 20 },
  connection: { kind: 'text', width: 20 },
  source: { kind: 'word', width: 12 },
  notes: { kind: 'text', width: 40, personal: true },
  id: { kind: 'text', width: 38 },
};

/** Whether a column may show who the customer is, and so needs a right of its own. */
export function isPersonal(column: ExportColumn): boolean {
  return columnFacts[column].personal === true;
}

/** The sums every file states, in the order of the house. */
export const summedAmounts = [
  'authorized',
  'captured',
  'refunded',
  'reversed',
  'closed',
  'remaining',
] as const;
export type SummedAmount = (typeof summedAmounts)[number];
