import { z } from 'zod';
import { procedureWith, router } from '../trpc.ts';
import { getOperation } from './get-operation.ts';
import { operationView, paymentView } from './payment-view.ts';

export const operationsRouter = router({
  get: procedureWith('see')
    .input(z.union([z.strictObject({ operationId: z.uuid() }), z.strictObject({ key: z.uuid() })]))
    .output(z.object({ operation: operationView, payment: paymentView }))
    .query(({ ctx, input }) => getOperation(ctx.deps, ctx.person, input)),
});
