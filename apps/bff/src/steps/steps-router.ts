import { z } from 'zod';
import { answerOf, procedureWith, router } from '../trpc.ts';
import { listActors } from './list-actors.ts';
import { listSteps } from './list-steps.ts';
import { stepCriteria, stepFilter } from './step-filter.ts';
import { stepTotals, stepView } from './step-view.ts';
import { totalSteps } from './total-steps.ts';

const page = z.object({
  rows: z.array(stepView),
  nextCursor: z.string().nullable(),
  prevCursor: z.string().nullable(),
  startCursor: z.string().nullable(),
});

export const stepsRouter = router({
  list: procedureWith('see')
    .input(stepFilter)
    .output(answerOf(page))
    .query(({ ctx, input }) => listSteps(ctx.deps, ctx.person, input)),

  totals: procedureWith('see')
    .input(stepCriteria.extend({ exact: z.boolean().default(false) }))
    .output(stepTotals)
    .query(({ ctx, input }) => totalSteps(ctx.deps, ctx.person, input)),

  actors: procedureWith('see')
    .output(z.array(z.object({ id: z.uuid(), name: z.string() })))
    .query(({ ctx }) => listActors(ctx.deps, ctx.person)),
});
