import { captureThresholds, refundThresholdsFor } from 'paygate-payments';
import { listConnections } from '../connections/find-connection.ts';
import type { Deps } from '../deps.ts';
import { visibleMerchants } from '../payments/find-visible-payment.ts';
import { listPayments } from '../payments/list-payments.ts';
import { countAllUnresolved } from '../payments/list-unresolved.ts';
import { paymentFilter } from '../payments/payment-filter.ts';
import type { Person } from '../sessions/person.ts';
import { countCaptureQueue, countRefundsDue, countUnknown } from './overview-store.ts';

const pressing = ['critical', 'urgent', 'soon'] as const;

/** What needs somebody today: captures soonest first, refunds near their limit, unknown outcomes. */
export async function getOverview(deps: Deps, person: Person) {
  const sql = deps.database.read;
  const now = deps.clock.now();
  const merchantIds = visibleMerchants(person);
  const connections = await listConnections(deps, sql, merchantIds);
  const refundGroups = [...Map.groupBy(connections, ({ refundWindowMs }) => refundWindowMs)].map(
    ([windowMs, group]) => ({
      connectionIds: group.map(({ id }) => id),
      until: now + refundThresholdsFor(windowMs).soon,
    }),
  );

  const list = async (filter: Partial<Parameters<typeof paymentFilter.parse>[0] & object>) =>
    (await listPayments(deps, person, paymentFilter.parse(filter))).rows;
  const [
    captureQueue,
    refundsNearLimit,
    unknown,
    figures,
    refundsNearCount,
    unknownCount,
    unresolvedCount,
  ] = await Promise.all([
    list({ captureUrgency: pressing, sort: 'captureBy', order: 'asc', limit: 20 }),
    list({ refundUrgency: pressing, sort: 'refundUntil', order: 'asc', limit: 10 }),
    list({ status: ['unknown'], sort: 'created', order: 'asc', limit: 20 }),
    countCaptureQueue(sql, merchantIds, now, captureThresholds),
    countRefundsDue(sql, merchantIds, refundGroups, now),
    countUnknown(sql, merchantIds),
    countAllUnresolved(deps, person),
  ]);

  const { atRisk, missedAmount, ...queueCounts } = figures;
  return {
    captureQueue,
    queueCounts,
    atRisk,
    missedAmount,
    refundsNearLimit,
    refundsNearCount,
    unknown,
    unknownCount,
    unresolvedCount,
    now,
  };
}
