import type { z } from 'zod';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import type { Membership } from '../sessions/person.ts';
import { failuresOf } from './report-failures.ts';
import { figuresOf } from './report-figures.ts';
import type { ReportInput } from './report-input.ts';
import { periodsOf, spanOf } from './report-periods.ts';
import { scopeOf } from './report-scope.ts';
import { findDataSpan, type MovementSum, type Scope, sumMovements } from './report-store.ts';
import type { reportView } from './report-view.ts';
import { describeWaits } from './report-waits.ts';
import { swissDay } from './swiss-time.ts';

type Report = z.output<typeof reportView>;

/** What happened in a range of Swiss days, cut every way a report shows it. */
export async function getReport(
  deps: Deps,
  memberships: readonly Membership[],
  input: ReportInput,
): Promise<Report> {
  const periods = periodsOf(input);
  const { from, to } = spanOf(input.from, input.to, input.day);
  const scope = await scopeOf(deps, memberships, input);
  const sql = deps.database.read;
  const sums = await sumMovements(sql, scope, [from, ...periods.map((period) => period.to)]);
  const byPeriod = Map.groupBy(of(sums, 'period'), ({ period }) => period);
  const total = figuresOf(of(sums, 'period'));
  const isEmpty = sums.length === 0;
  return {
    from,
    to,
    asOf: deps.clock.now(),
    isEmpty,
    total,
    periods: periods.map((period, at) => ({
      ...period,
      figures: figuresOf(byPeriod.get(at + 1) ?? []),
    })),
    merchants: byMerchant(sums, scope.connections, memberships),
    connections: byConnection(sums, scope.connections, memberships),
    edges: await edgesOf(deps, scope, input),
    failures: failuresOf(of(sums, 'detail')),
    waits: describeWaits(waitsOf(sums, scope.connections)),
    reasons: of(sums, 'detail')
      .filter(({ kind }) => kind === 'refunded')
      .map(({ detail, count, amount }) => ({ reason: detail ?? '', count, amount }))
      .sort((a, b) => b.amount - a.amount),
    data: isEmpty ? await daysWithData(deps, scope) : null,
  };
}

function of(sums: readonly MovementSum[], cut: MovementSum['cut']): readonly MovementSum[] {
  return sums.filter((sum) => sum.cut === cut);
}

function byConnection(
  sums: readonly MovementSum[],
  connections: readonly GatewayConnection[],
  memberships: readonly Membership[],
): Report['connections'] {
  const grouped = Map.groupBy(of(sums, 'connection'), ({ connectionId }) => connectionId);
  return connections.map(({ id, merchantId, slug, label }) => ({
    merchantId,
    merchantName: memberships.find((own) => own.merchantId === merchantId)?.merchantName ?? '',
    connection: slug,
    label,
    figures: figuresOf(grouped.get(id) ?? []),
  }));
}

/** One line for each merchant the report speaks of, also for one that did nothing. */
function byMerchant(
  sums: readonly MovementSum[],
  connections: readonly GatewayConnection[],
  memberships: readonly Membership[],
): Report['merchants'] {
  const owner = new Map(connections.map(({ id, merchantId }) => [id, merchantId]));
  const grouped = Map.groupBy(of(sums, 'connection'), ({ connectionId }) =>
    owner.get(connectionId ?? ''),
  );
  const spokenOf = new Set(owner.values());
  return memberships
    .filter(({ merchantId }) => spokenOf.has(merchantId))
    .map(({ merchantId, merchantName }) => ({
      merchantId,
      merchantName,
      figures: figuresOf(grouped.get(merchantId) ?? []),
    }));
}

/** A TWINT day takes in the last hour of the eve and leaves out its own. */
async function edgesOf(
  deps: Deps,
  scope: Scope,
  { from, to }: ReportInput,
): Promise<Report['edges']> {
  const calendar = spanOf(from, to, 'calendar');
  const twint = spanOf(from, to, 'twint');
  const borders = [twint.from, calendar.from, twint.to, calendar.to];
  const sums = of(await sumMovements(deps.database.read, scope, borders), 'period');
  const within = (...places: readonly number[]) =>
    figuresOf(sums.filter(({ period }) => period !== null && places.includes(period)));
  return {
    eve: { from: twint.from, to: calendar.from, figures: within(1) },
    lastHour: { from: twint.to, to: calendar.to, figures: within(3) },
    calendar: within(2, 3),
    twint: within(1, 2),
  };
}

/** A sale is captured at once: its time would only hide how long orders lie. */
function waitsOf(sums: readonly MovementSum[], connections: readonly GatewayConnection[]) {
  const deferred = new Set(
    connections.filter(({ mode }) => mode === 'deferred').map(({ id }) => id),
  );
  return of(sums, 'wait')
    .filter(({ kind, connectionId }) => kind === 'captured' && deferred.has(connectionId ?? ''))
    .map(({ wait, count }) => ({ place: wait ?? 0, count }));
}

async function daysWithData(deps: Deps, scope: Scope): Promise<Report['data']> {
  const span = await findDataSpan(deps.database.read, scope);
  return span && { first: swissDay(span.first), last: swissDay(span.last) };
}
