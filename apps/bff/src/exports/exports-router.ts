import { z } from 'zod';
import { procedureWith, router } from '../trpc.ts';
import { createExport, repeatExport } from './create-export.ts';
import { removeOwnExport, stopOwnExport } from './end-export.ts';
import { estimateExport } from './estimate-export.ts';
import { exportDefinition, exportKey } from './export-input.ts';
import { estimateView, exportView } from './export-view.ts';
import { listExports } from './list-exports.ts';

export const exportsRouter = router({
  list: procedureWith('export')
    .output(z.object({ rows: z.array(exportView) }))
    .query(async ({ ctx }) => ({ rows: await listExports(ctx.deps, ctx.person) })),

  estimate: procedureWith('export')
    .input(exportDefinition)
    .output(estimateView)
    .query(({ ctx, input }) => estimateExport(ctx.deps, ctx.person, input)),

  create: procedureWith('export')
    .input(exportDefinition)
    .output(exportView)
    .mutation(({ ctx, input }) => createExport(ctx.deps, ctx.person, input)),

  repeat: procedureWith('export')
    .input(exportKey)
    .output(exportView)
    .mutation(({ ctx, input }) => repeatExport(ctx.deps, ctx.person, input.exportId)),

  stop: procedureWith('export')
    .input(exportKey)
    .mutation(({ ctx, input }) => stopOwnExport(ctx.deps, ctx.person, input.exportId)),

  remove: procedureWith('export')
    .input(exportKey)
    .mutation(({ ctx, input }) => removeOwnExport(ctx.deps, ctx.person, input.exportId)),
});
