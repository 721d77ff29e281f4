import { z } from 'zod';
import { listConnections } from '../connections/find-connection.ts';
import type { Deps } from '../deps.ts';
import { fingerprint } from '../payments/list-cursor.ts';
import type { Place } from '../payments/list-position.ts';
import { startValue } from '../payments/start-value.ts';
import type { Person } from '../sessions/person.ts';
import type { Sql } from '../storage/database.ts';
import { fieldError } from '../trpc.ts';
import { matchedStep } from './match-step.ts';
import { readStepQuery } from './read-step-query.ts';
import type { StepFilter } from './step-filter.ts';
import type { StepPosition, StepSearch } from './step-query.ts';
import { type StepRow, selectSteps } from './step-store.ts';
import type { StepView } from './step-view.ts';

export type StepsPage = {
  readonly rows: StepView[];
  readonly nextCursor: string | null;
  readonly prevCursor: string | null;
  /** The list from the first of these rows on; null without one. */
  readonly startCursor: string | null;
};

const content = z.tuple([z.string(), z.int(), z.uuid(), z.int(), z.enum(['before', 'after'])]);

/**
 * One page of single steps: what people did here and what the gateway told of, as one list. Every
 * step is met exactly once by following the cursors.
 * @throws TRPCError BAD_REQUEST for a cursor of another list and what `readStepQuery` throws.
 */
export async function listSteps(
  deps: Deps,
  person: Person,
  filter: StepFilter,
): Promise<StepsPage> {
  const sql = deps.database.read;
  const { sort, limit, direction } = filter;
  const after = await startOf(sql, filter);
  const until = filter.until == null ? null : decode(filter, 'until', filter.until);
  const query = await readStepQuery(deps, sql, person, filter);
  const isForward = direction === 'next';
  const order = isForward === (filter.order === 'asc') ? 'asc' : 'desc';
  const read = await selectSteps(sql, query, {
    sort,
    order,
    direction,
    after,
    until,
    limit: limit + 1,
  });

  const isMore = read.length > limit;
  const rows = isForward ? read.slice(0, limit) : read.slice(0, limit).toReversed();
  const cursor = (row: StepRow | undefined, side: 'before' | 'after') =>
    encode(filter, row ? { ...positionOf(row, sort), side } : after);
  const first = cursor(rows.at(0), 'before');
  const connections = await listConnections(deps, sql, query.merchantIds);
  const labels = new Map(connections.map(({ id, label }) => [id, label]));
  return {
    rows: rows.map((row) => toView(row, labels.get(row.connection_id) ?? '', query.search)),
    nextCursor: (isForward ? isMore : after !== null) ? cursor(rows.at(-1), 'after') : null,
    prevCursor: (isForward ? after !== null : isMore) ? first : null,
    startCursor: rows.length === 0 ? null : first,
  };
}

async function startOf(sql: Sql, filter: StepFilter): Promise<Place<StepPosition> | null> {
  const { cursor, startAt, sort, order } = filter;
  if (cursor != null) return decode(filter, 'cursor', cursor);
  if (startAt === undefined) return null;
  const start = await startValue(sql, { startAt, sort, order });
  return { ...start, seq: order === 'asc' ? 0 : 2_147_483_647 };
}

function encode(filter: StepFilter, place: Place<StepPosition> | null): string | null {
  if (place === null) return null;
  const { value, id, seq, side } = place;
  const said = [fingerprint(filter), value, id, seq, side];
  return Buffer.from(JSON.stringify(said)).toString('base64url');
}

function decode(
  filter: StepFilter,
  field: 'cursor' | 'until',
  cursor: string,
): Place<StepPosition> {
  try {
    const text = Buffer.from(cursor, 'base64url').toString('utf8');
    const [madeFor, value, id, seq, side] = content.parse(JSON.parse(text));
    if (madeFor === fingerprint(filter)) return { value, id, seq, side };
  } catch {
    // Not a cursor at all: answered like one of another list.
  }
  throw fieldError(field, 'not-a-cursor-of-this-list');
}

function positionOf({ at, amount, id, seq }: StepRow, sort: StepFilter['sort']): StepPosition {
  return { value: sort === 'at' ? at.getTime() : amount, id, seq };
}

function toView(row: StepRow, connection: string, search: StepSearch | null): StepView {
  return {
    id: row.id,
    seq: row.seq,
    paymentId: row.payment_id,
    merchantId: row.merchant_id,
    at: row.at.getTime(),
    kind: row.kind,
    state: row.state,
    amount: row.amount,
    currency: row.currency,
    code: row.code,
    xid: row.xid,
    reqId: row.req_id,
    reason: row.reason,
    by: row.by_name,
    connection,
    payId: row.pay_id,
    transId: row.trans_id,
    refNr: row.ref_nr,
    matched: search === null ? [] : [...matchedStep(row, search)],
  };
}
