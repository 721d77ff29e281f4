import type { PaymentFilter } from './payment-filter.ts';

/** A column that the list can be sorted by. */
export type SortColumn = 'created_at' | 'capture_due' | 'refund_due' | 'authorized';

export const sortColumns: Readonly<Record<PaymentFilter['sort'], SortColumn>> = {
  created: 'created_at',
  captureBy: 'capture_due',
  refundUntil: 'refund_due',
  amount: 'authorized',
};

/** Where a page ended: the sort value of its last row (null: no deadline) and that row's id. */
export type Position = { readonly value: number | null; readonly id: string };

/** A run of the list in one direction by one index; `never` are the rows without a deadline. */
export type Stretch = {
  readonly column: SortColumn;
  readonly rows: 'every' | 'due' | 'never';
  readonly order: 'asc' | 'desc';
};

/**
 * The stretches a list consists of. Sorted by a deadline, rows that have none come last in either
 * order, the newest first. Read backwards, everything is the other way round.
 */
export function stretchesOf(
  column: SortColumn,
  order: 'asc' | 'desc',
  direction: 'next' | 'previous',
): readonly Stretch[] {
  const stretches: readonly Stretch[] =
    column === 'capture_due' || column === 'refund_due'
      ? [
          { column, rows: 'due', order },
          { column, rows: 'never', order: 'desc' },
        ]
      : [{ column, rows: 'every', order }];
  if (direction === 'next') return stretches;
  return stretches
    .toReversed()
    .map((stretch) => ({ ...stretch, order: stretch.order === 'asc' ? 'desc' : 'asc' }));
}

/** What is still to be read from a position on: stretches that lie before it are done. */
export function stretchesFrom(
  stretches: readonly Stretch[],
  after: Position | null,
): readonly { readonly stretch: Stretch; readonly after: Position | null }[] {
  const at = stretches.findIndex(
    ({ rows }) =>
      after === null || rows === 'every' || (rows === 'never') === (after.value === null),
  );
  return stretches
    .slice(Math.max(0, at))
    .map((stretch, index) => ({ stretch, after: index === 0 ? after : null }));
}
