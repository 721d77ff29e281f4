import { z } from 'zod';
import { paymentView } from '../payments/payment-view.ts';
import { procedureWith, router } from '../trpc.ts';
import { getHealth } from './get-health.ts';
import { getOverview } from './get-overview.ts';
import { healthView } from './health-view.ts';

const count = z.int().nonnegative();

export const overviewRouter = router({
  get: procedureWith('see')
    .output(
      z.object({
        captureQueue: z.array(paymentView),
        queueCounts: z.object({
          critical: count,
          urgent: count,
          soon: count,
          missed: count,
          calm: count,
        }),
        /** Minor units that remain on payments due within 24 hours, missed ones left out. */
        atRisk: count,
        /** Minor units that remain on payments whose deadline has passed. */
        missedAmount: count,
        refundsNearLimit: z.array(paymentView),
        refundsNearCount: count,
        unknown: z.array(paymentView),
        unknownCount: count,
        /** Payments of which anything is in doubt: an outcome, their figures, or their reference. */
        unresolvedCount: count,
        now: z.int(),
      }),
    )
    .query(({ ctx }) => getOverview(ctx.deps, ctx.person)),

  health: procedureWith('audit')
    .output(healthView)
    .query(({ ctx }) => getHealth(ctx.deps, ctx.memberships)),
});
