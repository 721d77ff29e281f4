import { sql as fragment } from 'kysely';
import type { Sql } from '../storage/database.ts';
import {
  type Place,
  type Position,
  type SortColumn,
  type Stretch,
  stretchesBetween,
  stretchesOf,
} from './list-position.ts';
import { everyMatch, type Reading, searchNearby } from './list-statements-store.ts';
import type { Payment } from './payment.ts';
import type { PaymentQuery } from './payment-query.ts';
import { type PaymentRow, toPayment } from './payment-store.ts';
import { pageWithoutSearch } from './plain-page-store.ts';
import { compile, startOf } from './query-builder.ts';

/** A page of the payments of a query. */
export type ListQuery = PaymentQuery & {
  readonly sort: SortColumn;
  readonly order: 'asc' | 'desc';
  readonly direction: 'next' | 'previous';
  readonly after: Place | null;
  readonly until: Place | null;
  readonly limit: number;
};

export type ListedPayment = { readonly payment: Payment; readonly position: Position };

type Row = PaymentRow & { readonly capture_due: Date | null; readonly refund_due: Date | null };

/** Statuses that a payment with something left to capture, or to refund, can have. */
const CAN_BE_DUE: Readonly<Partial<Record<SortColumn, readonly string[]>>> = {
  capture_due: ['authorized', 'part_captured', 'scheduled', 'processing', 'unknown'],
  refund_due: ['captured', 'part_captured', 'part_refunded', 'scheduled', 'processing', 'unknown'],
};

/** One page by keyset: rows from `after` to `until` in the direction of reading, ties broken by id. */
export async function selectPayments(sql: Sql, query: ListQuery): Promise<ListedPayment[]> {
  const found: Row[] = [];
  const { direction } = query;
  const stretches = stretchesOf(query.sort, query.order, direction);
  for (const part of stretchesBetween(stretches, query.after, query.until)) {
    const limit = query.limit - found.length;
    if (limit > 0) found.push(...(await selectStretch(sql, query, { ...part, direction, limit })));
  }
  const rows = direction === 'next' ? found : found.toReversed();
  return rows.map((row) => ({ payment: toPayment(row), position: positionOf(row, query.sort) }));
}

/** The statements that may answer one stretch, to be tried in this order; the last one always does. */
export function statementsOf(query: PaymentQuery, reading: Reading) {
  const narrowed = narrow(query, reading.stretch);
  if (narrowed === null) return [];
  if (query.search === null) return [pageWithoutSearch(narrowed, reading)];
  return [searchNearby(narrowed, reading), everyMatch(narrowed, reading)];
}

async function selectStretch(
  sql: Sql,
  query: PaymentQuery,
  reading: Reading,
): Promise<readonly Row[]> {
  let rows: readonly Row[] = [];
  for (const statement of statementsOf(query, reading)) {
    ({ rows } = await sql.query<Row>(compile(statement)));
    // A page that is full is the right one: nothing before it was passed over.
    if (rows.length === reading.limit) return rows;
  }
  return rows;
}

/**
 * The query without statuses that have no place in a stretch of deadlines, so that nobody looks for
 * failed payments among millions that can still be refunded; null when none is left.
 */
function narrow(query: PaymentQuery, { column, rows }: Stretch): PaymentQuery | null {
  const known = CAN_BE_DUE[column];
  if (rows !== 'due' || known === undefined || query.status === null) return query;
  const status = query.status.filter((name) => known.includes(name));
  return status.length === 0 ? null : { ...query, status };
}

function positionOf(row: Row, sort: SortColumn): Position {
  const value = row[sort];
  return { id: row.id, value: value instanceof Date ? value.getTime() : value };
}

/** When a Swiss day, `days` later, or a minute of one begins; ms UTC. */
export async function selectInstant(sql: Sql, moment: string, days: number): Promise<number> {
  const { rows } = await sql.query<{ at: Date }>(
    compile(fragment`SELECT ${startOf(moment, days)} AS at`),
  );
  return rows[0]?.at.getTime() ?? 0;
}
