import { z } from 'zod';
import { procedureWith, router } from '../trpc.ts';
import { confirmReview } from './confirm-review.ts';
import { getOperation } from './get-operation.ts';
import { listUnresolved } from './list-unresolved.ts';
import { id } from './operation-input.ts';
import { operationView, paymentView } from './payment-view.ts';
import { proposeReview } from './propose-review.ts';
import { pendingRefNrView } from './ref-nr-view.ts';
import { confirmReviewInput, proposeReviewInput, withdrawReviewInput } from './review-input.ts';
import { withdrawReview } from './withdraw-review.ts';

const seen = z.object({ operation: operationView, payment: paymentView });

export const operationsRouter = router({
  get: procedureWith('see')
    .input(z.union([z.strictObject({ operationId: id }), z.strictObject({ key: id })]))
    .output(seen)
    .query(({ ctx, input }) => getOperation(ctx.deps, ctx.person, input)),

  unresolved: procedureWith('see')
    .output(
      z.object({
        operations: z.array(seen),
        doubtful: z.array(paymentView),
        refNrs: z.array(z.object({ payment: paymentView, pending: pendingRefNrView })),
        isCut: z.boolean(),
      }),
    )
    .query(({ ctx }) => listUnresolved(ctx.deps, ctx.person)),

  /** Which right it takes besides depends on what the operation is: that of its action. */
  proposeReview: procedureWith('see')
    .input(proposeReviewInput)
    .output(seen)
    .mutation(({ ctx, input }) => proposeReview(ctx.deps, ctx.person, input)),

  withdrawReview: procedureWith('see')
    .input(withdrawReviewInput)
    .output(seen)
    .mutation(({ ctx, input }) => withdrawReview(ctx.deps, ctx.person, input)),

  confirmReview: procedureWith('approve')
    .input(confirmReviewInput)
    .output(seen)
    .mutation(({ ctx, input }) => confirmReview(ctx.deps, ctx.person, input)),
});
