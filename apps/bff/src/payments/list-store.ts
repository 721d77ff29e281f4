import {
  DummyDriver,
  type Expression,
  sql as fragment,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type SqlBool,
} from 'kysely';
import type { Sql } from '../storage/database.ts';
import type { Position } from './list-cursor.ts';
import type { Payment } from './payment.ts';
import { type PaymentRow, paymentColumns, toPayment } from './payment-store.ts';
import type { SearchTerm } from './search-term.ts';
import type { DueRange } from './urgency-range.ts';

export type SortColumn = 'created_at' | 'capture_due' | 'refund_due' | 'authorized';

/** A list query whose every word has been checked. Instants ms UTC or a Swiss calendar day. */
export type ListQuery = {
  readonly merchantIds: readonly number[];
  readonly connectionId: string | null;
  readonly status: readonly string[] | null;
  readonly captureDue: readonly DueRange[] | null;
  /** Each range holds for the connections beside it; they have thresholds of their own. */
  readonly refundDue:
    | readonly { readonly range: DueRange; readonly connectionIds: readonly string[] }[]
    | null;
  readonly amountMin: number | null;
  readonly amountMax: number | null;
  readonly from: number | string | null;
  readonly to: number | string | null;
  readonly search: SearchTerm | null;
  readonly sort: SortColumn;
  readonly order: 'asc' | 'desc';
  readonly after: Position | null;
  readonly limit: number;
};

export type ListedPayment = { readonly payment: Payment; readonly position: Position };

type Row = PaymentRow & { readonly capture_due: Date | null; readonly refund_due: Date | null };

export const builder = new Kysely<{ payments: Record<string, unknown> }>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new PostgresIntrospector(database),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** One page by keyset: rows after `after` in sort order, ties broken by id. */
export async function selectPayments(sql: Sql, query: ListQuery): Promise<ListedPayment[]> {
  const column = fragment.ref(query.sort);
  const direction = fragment.raw(query.order);
  const { sql: text, parameters } = builder
    .selectFrom('payments')
    .select(fragment.raw<unknown>(`${paymentColumns}, capture_due, refund_due`).as('row'))
    .where(({ and }) => and(conditionsOf(query)))
    .orderBy(fragment`${column} ${direction}, id ${direction}`)
    .limit(query.limit)
    .compile();
  // The alias would make one column of the list; PostgreSQL gets the bare list.
  const { rows } = await sql.query<Row>(text.replace(' as "row"', ''), [...parameters]);
  return rows.map((row) => ({ payment: toPayment(row), position: positionOf(row, query.sort) }));
}

/** What a row must fulfill, position and page left aside when `after` is null. */
export function conditionsOf(query: ListQuery): Expression<SqlBool>[] {
  const { merchantIds, connectionId, status, amountMin, amountMax, from, to } = query;
  const [only] = merchantIds;
  const conditions: Expression<SqlBool>[] = [
    // One merchant as an equality, so that the indexes, which all begin with it, give the order too.
    merchantIds.length === 1
      ? fragment`merchant_id = ${only}`
      : fragment`merchant_id = ANY(${merchantIds}::int[])`,
  ];
  if (connectionId !== null) conditions.push(fragment`connection_id = ${connectionId}`);
  if (status !== null) conditions.push(fragment`status = ANY(${status}::text[])`);
  if (amountMin !== null) conditions.push(fragment`authorized >= ${amountMin}`);
  if (amountMax !== null) conditions.push(fragment`authorized <= ${amountMax}`);
  if (from !== null) conditions.push(fragment`created_at >= ${startOf(from, 0)}`);
  if (to !== null) conditions.push(fragment`created_at < ${startOf(to, 1)}`);
  if (query.captureDue !== null) {
    conditions.push(any(query.captureDue.map((range) => dueIn('capture_due', range))));
  }
  if (query.refundDue !== null) {
    const ranges = query.refundDue.map(
      ({ range, connectionIds }) =>
        fragment<SqlBool>`(connection_id = ANY(${connectionIds}::uuid[]) AND ${dueIn('refund_due', range)})`,
    );
    conditions.push(any(ranges));
  }
  if (query.search !== null) conditions.push(matches(query.search));
  if (query.after !== null) conditions.push(isAfter(query.after, query));
  return conditions;
}

function any(conditions: readonly Expression<SqlBool>[]): Expression<SqlBool> {
  if (conditions.length === 0) return fragment`false`;
  return fragment`(${fragment.join(conditions, fragment` OR `)})`;
}

function dueIn(column: string, { after, until, never }: DueRange): Expression<SqlBool> {
  const due = fragment.ref(column);
  if (never) return fragment`${due} = 'infinity'`;
  const later = after === null ? fragment`true` : fragment`${due} > ${new Date(after)}`;
  const inTime =
    until === null ? fragment`${due} < 'infinity'` : fragment`${due} <= ${new Date(until)}`;
  return fragment`(${later} AND ${inTime})`;
}

/** The instant, or midnight in Switzerland of the day, `days` later. */
function startOf(moment: number | string, days: number): Expression<unknown> {
  if (typeof moment === 'number') return fragment`${new Date(moment)}::timestamptz`;
  return fragment`((${moment}::date + ${days}::int)::timestamp AT TIME ZONE 'Europe/Zurich')`;
}

function matches({ prefixes, contains, amount, reqId }: SearchTerm): Expression<SqlBool> {
  const conditions: Expression<SqlBool>[] = prefixes.flatMap((prefix) => [
    fragment<SqlBool>`pay_id LIKE ${prefix}`,
    fragment<SqlBool>`trans_id LIKE ${prefix}`,
    fragment<SqlBool>`ref_nr LIKE ${prefix}`,
  ]);
  if (contains !== null) conditions.push(fragment`search LIKE ${contains}`);
  if (amount !== null) {
    conditions.push(
      fragment`authorized = ${amount}`,
      fragment`(authorized = 0 AND requested_amount = ${amount})`,
    );
  }
  if (reqId !== null) {
    conditions.push(
      fragment`id = ANY(ARRAY(SELECT payment_id FROM operations WHERE req_id = ${reqId}))`,
    );
  }
  return any(conditions);
}

function isAfter({ value, id }: Position, { sort, order }: ListQuery): Expression<SqlBool> {
  const comparison = fragment.raw(order === 'asc' ? '>' : '<');
  const edge =
    sort === 'authorized'
      ? fragment`${value}::bigint`
      : value === null
        ? fragment`'infinity'::timestamptz`
        : fragment`${new Date(value)}::timestamptz`;
  return fragment`(${fragment.ref(sort)}, id) ${comparison} (${edge}, ${id}::uuid)`;
}

function positionOf(row: Row, sort: SortColumn): Position {
  const value = row[sort];
  return { id: row.id, value: value instanceof Date ? value.getTime() : value };
}
