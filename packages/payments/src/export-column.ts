/** How a column is written: words come from a catalog, texts from whoever paid or the gateway. */
type ExportColumnKind = 'text' | 'word' | 'amount' | 'instant';

type ColumnFacts = {
  readonly kind: ExportColumnKind;
  /** Characters, for the width in a sheet and for the estimate. */
  readonly width: number;
  /** Free text in which people write names and addresses: behind a right of its own. */
  readonly personal?: true;
  /** Proposed where no list was left behind. */
  readonly usual?: true;
};

/**
 * Every column a file of payments can have. Their order here is that of the list of payments, of the export
 * dialog and of the file.
 */
const facts = {
  refNr: { kind: 'text', width: 16, usual: true },
  transId: { kind: 'text', width: 24, usual: true },
  payId: { kind: 'text', width: 34 },
  orderDesc: { kind: 'text', width: 40, personal: true },
  status: { kind: 'word', width: 18, usual: true },
  captureBy: { kind: 'instant', width: 20, usual: true },
  refundUntil: { kind: 'instant', width: 20, usual: true },
  currency: { kind: 'word', width: 10, usual: true },
  requested: { kind: 'amount', width: 14 },
  authorized: { kind: 'amount', width: 14, usual: true },
  captured: { kind: 'amount', width: 14, usual: true },
  refunded: { kind: 'amount', width: 14, usual: true },
  reversed: { kind: 'amount', width: 14 },
  closed: { kind: 'amount', width: 14 },
  remaining: { kind: 'amount', width: 14, usual: true },
  refundable: { kind: 'amount', width: 14 },
  createdAt: { kind: 'instant', width: 20, usual: true },
  authorizedAt: { kind: 'instant', width: 20 },
  checkedAt: { kind: 'instant', width: 20 },
  connection: { kind: 'text', width: 20, usual: true },
  source: { kind: 'word', width: 12 },
  notes: { kind: 'text', width: 40, personal: true },
  id: { kind: 'text', width: 38 },
} as const satisfies Readonly<Record<string, ColumnFacts>>;

export type ExportColumn = keyof typeof facts;

export const exportColumns = Object.keys(facts) as [ExportColumn, ...ExportColumn[]];

export const exportColumnFacts: Readonly<Record<ExportColumn, ColumnFacts>> = facts;

/** Whether a column may show who the customer is, and so needs a right of its own. */
export function isPersonalColumn(column: ExportColumn): boolean {
  return exportColumnFacts[column].personal === true;
}

/** What is proposed where no list was left behind. */
export const usualExportColumns: readonly ExportColumn[] = exportColumns.filter(
  (column) => exportColumnFacts[column].usual === true,
);
