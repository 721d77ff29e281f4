import { z } from 'zod';
import { procedureWith, router } from '../trpc.ts';
import { getStatement, listItems, listStatements } from './get-statement.ts';
import {
  acceptStatementItems,
  compareStatementAgain,
  noteStatementItem,
  removeStatement,
} from './handle-items.ts';
import { importStatement } from './import-statement.ts';
import { listMappings } from './list-mappings.ts';
import { previewStatement } from './preview-statement.ts';
import {
  acceptItemsInput,
  importStatementInput,
  listItemsInput,
  noteItemInput,
  previewStatementInput,
  statementKey,
} from './reconciliation-input.ts';
import { itemView, mappingView, statementPreview, statementView } from './reconciliation-view.ts';

const reconciling = procedureWith('reports');

export const reconciliationRouter = router({
  list: reconciling
    .output(z.object({ rows: z.array(statementView) }))
    .query(({ ctx }) => listStatements(ctx.deps, ctx.memberships)),

  get: reconciling
    .input(statementKey)
    .output(statementView)
    .query(({ ctx, input }) => getStatement(ctx.deps, ctx.memberships, input.statementId)),

  items: reconciling
    .input(listItemsInput)
    .output(z.object({ rows: z.array(itemView), next: z.int().nullable() }))
    .query(({ ctx, input }) => listItems(ctx.deps, ctx.memberships, input)),

  mappings: reconciling
    .output(
      z.object({
        rows: z.array(mappingView),
        connections: z.array(
          z.object({ slug: z.string(), label: z.string(), merchantId: z.int() }),
        ),
      }),
    )
    .query(({ ctx }) => listMappings(ctx.deps, ctx.memberships)),

  preview: reconciling
    .input(previewStatementInput)
    .output(statementPreview)
    .query(({ ctx, input }) => previewStatement(ctx.deps, ctx, input)),

  import: reconciling
    .input(importStatementInput)
    .output(statementView)
    .mutation(({ ctx, input }) => importStatement(ctx.deps, ctx, input)),

  accept: reconciling
    .input(acceptItemsInput)
    .output(statementView)
    .mutation(({ ctx, input }) => acceptStatementItems(ctx.deps, ctx, input)),

  note: reconciling
    .input(noteItemInput)
    .output(statementView)
    .mutation(({ ctx, input }) => noteStatementItem(ctx.deps, ctx, input)),

  compare: reconciling
    .input(statementKey)
    .output(statementView)
    .mutation(({ ctx, input }) => compareStatementAgain(ctx.deps, ctx, input.statementId)),

  remove: reconciling
    .input(statementKey)
    .mutation(({ ctx, input }) => removeStatement(ctx.deps, ctx, input.statementId)),
});
