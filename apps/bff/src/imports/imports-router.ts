import { z } from 'zod';
import { procedureWith, router } from '../trpc.ts';
import { createImport } from './create-import.ts';
import { getImport, listImports, listLines } from './get-import.ts';
import {
  changeImportInput,
  createImportInput,
  importKey,
  listLinesInput,
  previewImportInput,
} from './import-input.ts';
import { importConnectionView, importView, linesView, previewView } from './import-view.ts';
import { listImportConnections } from './list-import-connections.ts';
import { previewImport } from './preview-import.ts';
import { steerImport } from './steer-import.ts';

const importing = procedureWith('import');

export const importsRouter = router({
  list: importing
    .output(z.object({ rows: z.array(importView) }))
    .query(({ ctx }) => listImports(ctx.deps, ctx.memberships)),

  get: importing
    .input(importKey)
    .output(importView)
    .query(({ ctx, input }) => getImport(ctx.deps, ctx.memberships, input.importId)),

  lines: importing
    .input(listLinesInput)
    .output(linesView)
    .query(({ ctx, input }) => listLines(ctx.deps, ctx.memberships, input)),

  connections: importing
    .output(z.object({ rows: z.array(importConnectionView) }))
    .query(({ ctx }) => listImportConnections(ctx.deps, ctx.memberships)),

  preview: importing
    .input(previewImportInput)
    .output(previewView)
    .query(({ ctx, input }) => previewImport(ctx.deps, ctx, input)),

  create: importing
    .input(createImportInput)
    .output(importView)
    .mutation(({ ctx, input }) => createImport(ctx.deps, ctx, input)),

  change: importing
    .input(changeImportInput)
    .output(importView)
    .mutation(({ ctx, input }) => steerImport(ctx.deps, ctx, input)),
});
