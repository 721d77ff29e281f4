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

/** A place between two rows: just before the row of a position, or just after it. */
export type Place<At = Position> = At & { readonly side: 'before' | 'after' };

/** Whether the row of a place is among what is read from there on, or up to there. */
export function takesRow(
  { side }: Place<object>,
  end: 'from' | 'until',
  direction: 'next' | 'previous',
): boolean {
  return (side === 'before') === ((end === 'from') === (direction === 'next'));
}

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

/** What is to be read from one place to another: stretches that lie before or behind are left out. */
export function stretchesBetween(
  stretches: readonly Stretch[],
  after: Place | null,
  until: Place | null,
): readonly {
  readonly stretch: Stretch;
  readonly after: Place | null;
  readonly until: Place | null;
}[] {
  const first = after === null ? 0 : Math.max(0, stretchOf(stretches, after));
  const last = until === null ? stretches.length - 1 : stretchOf(stretches, until);
  return stretches.slice(first, last + 1).map((stretch, index) => ({
    stretch,
    after: index === 0 ? after : null,
    until: first + index === last ? until : null,
  }));
}

function stretchOf(stretches: readonly Stretch[], { value }: Position): number {
  return stretches.findIndex(
    ({ rows }) => rows === 'every' || (rows === 'never') === (value === null),
  );
}
