import { sql as fragment, type RawBuilder } from 'kysely';
import { all, any, type Condition, startOf } from '../payments/query-builder.ts';
import { factTypes, stepKinds } from './step-kinds.ts';
import type { StepPosition, StepQuery, StepSearch } from './step-query.ts';

/** Where steps come from: a table with its columns, and what holds for the steps in it. */
export type StepSource = {
  readonly columns: RawBuilder<unknown>;
  readonly table: RawBuilder<unknown>;
  readonly merchant: RawBuilder<unknown>;
  /** What holds besides the search. Null: this query finds nothing here. */
  readonly conditions: readonly Condition[] | null;
  /** Each way in which a step can match the search; null while nothing is searched for. */
  readonly ways: readonly SearchWay[] | null;
  readonly sorts: Readonly<Record<'at' | 'amount', RawBuilder<unknown>>>;
  /** What breaks ties, after the sort value. */
  readonly ties: readonly RawBuilder<unknown>[];
  readonly edge: (after: StepPosition) => readonly unknown[];
};

/**
 * One way to match a search. Names are rare, and the planner, which cannot know that, would walk past all
 * steps to find none: what has them is looked for first, then ordered. Of the others it knows how many
 * there are.
 */
export type SearchWay = { readonly condition: Condition; readonly isRare: boolean };

const SUCCESS = '00000000';
const eventKind = fragment`CASE type
  WHEN 'authorized' THEN 'authorization' WHEN 'failed' THEN 'authorization'
  WHEN 'captured' THEN 'capture' WHEN 'external-capture' THEN 'capture'
  WHEN 'reversed' THEN 'reversal' WHEN 'external-reversal' THEN 'reversal'
  WHEN 'lapsed' THEN 'expiry' ELSE 'credit' END`;
const eventAmount = fragment`((body ->> 'amount')::bigint)`;

/** What people of the desk asked for. */
export function ownSteps(query: StepQuery): StepSource {
  return {
    columns: fragment`merchant_id, id, 0 AS seq, payment_id, created_at AS at, kind, state, amount,
      result_code AS code, xid, req_id, reason, created_by`,
    table: fragment`operations`,
    merchant: fragment`merchant_id`,
    conditions: query.origin === 'outside' ? null : ownConditions(query),
    ways: waysOf(query.search, ownColumns, (search) => [
      ...search.prefixes.map((prefix) => fragment<boolean>`xid LIKE ${prefix}`),
      fragment`req_id = ${search.reqId}`,
    ]),
    sorts: { at: fragment`created_at`, amount: fragment`amount` },
    ties: [fragment`id`],
    edge: ({ id }) => [fragment`${id}::uuid`],
  };
}

/** What the gateway told of. */
export function toldSteps(query: StepQuery): StepSource {
  const types = factTypes(query.kind, query.state);
  const isOurs = query.origin === 'desk' || query.by !== null;
  return {
    columns: fragment`merchant_id, payment_id AS id, seq, payment_id, at, ${eventKind} AS kind,
      CASE type WHEN 'failed' THEN 'failed' ELSE 'succeeded' END AS state,
      coalesce(${eventAmount}, 0) AS amount, body ->> 'code' AS code, body ->> 'xid' AS xid,
      body ->> 'reqId' AS req_id, NULL AS reason, NULL::uuid AS created_by`,
    table: fragment`payment_events`,
    merchant: fragment`merchant_id`,
    conditions: isOurs || types.length === 0 ? null : toldConditions(query, types),
    ways: waysOf(query.search, toldColumns, ({ prefixes }) =>
      prefixes.map(
        (prefix) =>
          fragment<boolean>`((body ->> 'xid') LIKE ${prefix} AND (body ->> 'xid') IS NOT NULL)`,
      ),
    ),
    sorts: { at: fragment`at`, amount: eventAmount },
    ties: [fragment`payment_id`, fragment`seq`],
    edge: ({ id, seq }) => [fragment`${id}::uuid`, fragment`${seq}::int`],
  };
}

const ownColumns: Columns = {
  code: fragment`result_code`,
  at: fragment`created_at`,
  amount: fragment`amount`,
};
const toldColumns: Columns = {
  code: fragment`(body ->> 'code')`,
  at: fragment`at`,
  amount: eventAmount,
};

function ownConditions(query: StepQuery): readonly Condition[] | null {
  const { kind, state, by } = query;
  const kinds = (kind ?? stepKinds).filter((name) => name !== 'authorization' && name !== 'expiry');
  if (kinds.length === 0) return null;
  const conditions = shared(query, ownColumns);
  if (kind !== null) conditions.push(oneOf('kind', kinds));
  if (state !== null) conditions.push(oneOf('state', state));
  if (by !== null) conditions.push(fragment`created_by = ${by}`);
  return conditions;
}

function toldConditions(query: StepQuery, types: readonly string[]): readonly Condition[] {
  return [
    ...shared(query, toldColumns),
    fragment`operation_id IS NULL`,
    fragment`type = ANY(${types}::text[])`,
  ];
}

function waysOf(
  search: StepQuery['search'],
  { at, amount }: Columns,
  named: (search: StepSearch) => readonly Condition[],
): readonly SearchWay[] | null {
  if (search === null) return null;
  const ofPayments = fragment<boolean>`payment_id = ANY(${search.paymentIds}::uuid[])`;
  const others = [
    ...(search.amount === null ? [] : [fragment<boolean>`${amount} = ${search.amount}`]),
    ...onDay(search.day, at),
  ];
  return [
    { condition: any([...named(search), ofPayments]), isRare: true },
    ...others.map((condition) => ({ condition, isRare: false })),
  ];
}

function onDay(day: string | null, at: RawBuilder<unknown>): Condition[] {
  if (day === null) return [];
  return [fragment`(${at} >= ${startOf(day, 0)} AND ${at} < ${startOf(day, 1)})`];
}

type Columns = Readonly<Record<'code' | 'at' | 'amount', RawBuilder<unknown>>>;

function shared(
  { code, amountMin, amountMax, from, to }: StepQuery,
  columns: Columns,
): Condition[] {
  const conditions: Condition[] = [];
  if (code !== null) {
    conditions.push(fragment`${columns.code} LIKE ${`${code}%`}`);
    // Says the same again where it is so, for the planner: success is in no index of codes.
    if (!SUCCESS.startsWith(code)) conditions.push(fragment`${columns.code} <> ${SUCCESS}`);
  }
  if (amountMin !== null) conditions.push(fragment`${columns.amount} >= ${amountMin}`);
  if (amountMax !== null) conditions.push(fragment`${columns.amount} <= ${amountMax}`);
  if (from !== null) conditions.push(fragment`${columns.at} >= ${startOf(from, 0)}`);
  if (to !== null) conditions.push(fragment`${columns.at} < ${startOf(to, 1)}`);
  return [...(conditions.length === 0 ? [] : [all(conditions)])];
}

function oneOf(column: string, values: readonly string[]): Condition {
  const [only] = values;
  return values.length === 1
    ? fragment`${fragment.ref(column)} = ${only}`
    : fragment`${fragment.ref(column)} = ANY(${values}::text[])`;
}
