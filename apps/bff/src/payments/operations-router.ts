import { z } from 'zod';
import { procedureWith, router } from '../trpc.ts';
import { getOperation } from './get-operation.ts';
import { id } from './operation-input.ts';
import { operationView, paymentView } from './payment-view.ts';

export const operationsRouter = router({
  get: procedureWith('see')
    .input(z.union([z.strictObject({ operationId: id }), z.strictObject({ key: id })]))
    .output(z.object({ operation: operationView, payment: paymentView }))
    .query(({ ctx, input }) => getOperation(ctx.deps, ctx.person, input)),
});
