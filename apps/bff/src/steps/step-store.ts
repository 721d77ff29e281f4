import { sql as fragment, type RawBuilder } from 'kysely';
import { takesRow } from '../payments/list-position.ts';
import { all, any, type Condition, compile } from '../payments/query-builder.ts';
import type { Sql } from '../storage/database.ts';
import type { StepKind, StepState } from './step-kinds.ts';
import type { StepQuery, StepReading } from './step-query.ts';
import { ownSteps, type SearchWay, type StepSource, toldSteps } from './step-sources-store.ts';

export type StepRow = {
  readonly merchant_id: number;
  readonly id: string;
  readonly seq: number;
  readonly payment_id: string;
  readonly at: Date;
  readonly kind: StepKind;
  readonly state: StepState;
  readonly amount: number;
  readonly currency: string;
  readonly code: string | null;
  readonly xid: string | null;
  readonly req_id: string | null;
  readonly reason: string | null;
  readonly created_by: string | null;
  readonly by_name: string | null;
  readonly connection_id: string;
  readonly pay_id: string | null;
  readonly trans_id: string;
  readonly ref_nr: string | null;
  readonly twint_order_id: string | null;
};

export type KindTotals = {
  readonly kind: StepKind;
  readonly currency: string;
  readonly count: number;
  /** Sum of those that succeeded, minor units. */
  readonly succeeded: number;
};

/** One page by keyset in the direction of reading; ties are broken by id and number. */
export async function selectSteps(
  sql: Sql,
  query: StepQuery,
  reading: StepReading,
): Promise<readonly StepRow[]> {
  const statement = stepPage(query, reading);
  return statement === null ? [] : (await sql.query<StepRow>(compile(statement))).rows;
}

/** The statement of `selectSteps`; null where nothing can be found. */
export function stepPage(query: StepQuery, reading: StepReading): RawBuilder<unknown> | null {
  const direction = fragment.raw(reading.order);
  const order = fragment`ORDER BY ${fragment.ref(reading.sort)} ${direction}, id ${direction}, seq ${direction}`;
  const pages = sourcesOf(query).flatMap((source) =>
    (source.ways ?? [null]).map((way) => pageOf(source, way, query.merchantIds, reading)),
  );
  if (pages.length === 0) return null;
  // A step that matches a search in several ways is met once.
  const union = fragment.raw(query.search === null ? ' UNION ALL ' : ' UNION ');
  return fragment`SELECT page.*, p.currency, p.connection_id, p.pay_id, p.trans_id, p.ref_nr,
      p.twint_order_id,
      (SELECT name FROM users WHERE users.id = page.created_by) AS by_name
    FROM (
      SELECT * FROM (${fragment.join(pages, union)}) steps ${order} LIMIT ${reading.limit}
    ) page
    JOIN payments p ON p.merchant_id = page.merchant_id AND p.id = page.payment_id
    ${fragment`ORDER BY page.${fragment.ref(reading.sort)} ${direction}, page.id ${direction}, page.seq ${direction}`}`;
}

/** Counts by kind over at most `limit` steps; null: over all of them. */
export async function selectStepTotals(
  sql: Sql,
  query: StepQuery,
  limit: number | null,
): Promise<readonly KindTotals[]> {
  const statement = stepTotalsOf(query, limit);
  return statement === null ? [] : (await sql.query<KindTotals>(compile(statement))).rows;
}

/** The statement of `selectStepTotals`; null where nothing can be found. */
export function stepTotalsOf(query: StepQuery, limit: number | null): RawBuilder<unknown> | null {
  const parts = sourcesOf(query).map(
    ({ columns, table, merchant, conditions, ways }) => fragment`SELECT ${columns} FROM ${table}
      WHERE ${merchant} = ANY(${query.merchantIds}::int[]) AND ${all(conditions ?? [])}
        AND ${ways === null ? all([]) : any(ways.map(({ condition }) => condition))}`,
  );
  if (parts.length === 0) return null;
  const bound = limit === null ? fragment`` : fragment`LIMIT ${limit}`;
  // Payments know one currency; the checks of the tables say so.
  return fragment`SELECT kind, 'CHF' AS currency, count(*) AS count,
      coalesce(sum(amount) FILTER (WHERE state = 'succeeded'), 0)::bigint AS succeeded
    FROM (SELECT kind, state, amount FROM (${fragment.join(parts, fragment` UNION ALL `)}) steps ${bound}) counted
    GROUP BY kind ORDER BY kind`;
}

function sourcesOf(query: StepQuery): readonly StepSource[] {
  return [ownSteps(query), toldSteps(query)].filter(({ conditions }) => conditions !== null);
}

/**
 * A page of one source, read merchant by merchant along its index; of what matches a search in a rare
 * way, by that of the match.
 */
function pageOf(
  { columns, table, merchant, conditions, sorts, ties, edge }: StepSource,
  match: SearchWay | null,
  merchantIds: readonly number[],
  { sort, order, direction: way, after, until, limit }: StepReading,
): RawBuilder<unknown> {
  const direction = fragment.raw(order);
  const keys = [sorts[sort], ...ties];
  const bound = (place: typeof after, end: 'from' | 'until'): Condition[] => {
    if (place === null) return [];
    const value =
      sort === 'amount'
        ? fragment`${place.value}::bigint`
        : fragment`${new Date(place.value)}::timestamptz`;
    const sign = (order === 'asc') === (end === 'from') ? '>' : '<';
    const comparison = fragment.raw(takesRow(place, end, way) ? `${sign}=` : sign);
    return [
      fragment`(${fragment.join(keys)}) ${comparison} (${fragment.join([value, ...edge(place)])})`,
    ];
  };
  const [only] = merchantIds;
  const held = [
    merchantIds.length === 1
      ? fragment<boolean>`${merchant} = ${only}`
      : fragment<boolean>`${merchant} = each_merchant.merchant`,
    ...(conditions ?? []),
    ...(match === null ? [] : [match.condition]),
    ...bound(after, 'from'),
    ...bound(until, 'until'),
  ];
  const ordered = (by: readonly RawBuilder<unknown>[]) =>
    fragment`ORDER BY ${fragment.join(by.map((key) => fragment`${key} ${direction}`))} LIMIT ${limit}`;
  const found = fragment`SELECT ${columns} FROM ${table} WHERE ${all(held)}`;
  const page = match?.isRare
    ? fragment`SELECT * FROM (${found} OFFSET 0) found
        ${ordered([fragment.ref(sort), fragment`id`, fragment`seq`])}`
    : fragment`${found} ${ordered(keys)}`;
  return merchantIds.length === 1
    ? fragment`(${page})`
    : fragment`(SELECT page.* FROM unnest(${merchantIds}::int[]) AS each_merchant (merchant)
        CROSS JOIN LATERAL (${page}) page)`;
}
