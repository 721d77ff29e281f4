import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { procedureWith, router } from '../trpc.ts';
import { applyAnswer } from './apply-answer.ts';
import {
  answerKeyInput,
  batchKeyInput,
  batchLinesInput,
  batchSettingsInput,
  createBatchInput,
  giveUpInput,
  listBatchesInput,
  planBatchInput,
} from './batch-input.ts';
import { listBatchConnections, saveSettings, toSettingsView } from './batch-settings.ts';
import {
  batchDetailView,
  batchLineView,
  batchView,
  comparisonView,
  planView,
  settingsView,
} from './batch-view.ts';
import { compareAnswer } from './compare-answer.ts';
import { createBatch } from './create-batch.ts';
import { giveUpBatch } from './give-up-batch.ts';
import { handOverBatch } from './hand-over-batch.ts';
import { listBatches, listBatchLines } from './list-batches.ts';
import { listWishConnections } from './list-wish-connections.ts';
import { planBatch } from './plan-batch.ts';
import { getBatch } from './present-batch.ts';
import type { Asking } from './wish-rules.ts';

const batch = procedureWith('batch');
const show = ({ deps, memberships }: Asking & { readonly deps: Deps }, { id }: { id: string }) =>
  getBatch(deps, memberships, id);

export const batchesRouter = router({
  list: batch
    .input(listBatchesInput)
    .output(z.object({ rows: z.array(batchView), nextCursor: z.string().nullable() }))
    .query(({ ctx, input }) => listBatches(ctx.deps, ctx.memberships, input)),

  get: batch
    .input(batchKeyInput)
    .output(batchDetailView)
    .query(({ ctx, input }) => getBatch(ctx.deps, ctx.memberships, input.fileId)),

  lines: batch
    .input(batchLinesInput)
    .output(z.object({ rows: z.array(batchLineView), nextCursor: z.int().nullable() }))
    .query(({ ctx, input }) => listBatchLines(ctx.deps, ctx.memberships, input)),

  /** `last`: the connection of the file that this person made last. */
  connections: batch
    .output(z.object({ rows: z.array(settingsView), last: z.string().nullable() }))
    .query(({ ctx }) => listWishConnections(ctx.deps, ctx)),

  settings: procedureWith('connections')
    .output(z.object({ rows: z.array(settingsView) }))
    .query(async ({ ctx }) => {
      const merchantIds = ctx.memberships.map(({ merchantId }) => merchantId);
      const found = await listBatchConnections(ctx.deps, ctx.deps.database.read, merchantIds);
      return { rows: found.map(toSettingsView) };
    }),

  saveSettings: procedureWith('connections')
    .input(batchSettingsInput)
    .output(settingsView)
    .mutation(({ ctx, input }) => saveSettings(ctx.deps, ctx, input)),

  /** A mutation, because a selection can be longer than an address may be; it books nothing. */
  plan: batch
    .input(planBatchInput)
    .output(planView)
    .mutation(({ ctx, input }) => planBatch(ctx.deps, ctx, input)),

  create: batch
    .input(createBatchInput)
    .output(batchDetailView)
    .mutation(async ({ ctx, input }) => show(ctx, await createBatch(ctx.deps, ctx, input))),

  handOver: batch
    .input(batchKeyInput)
    .output(batchDetailView)
    .mutation(async ({ ctx, input }) =>
      show(ctx, await handOverBatch(ctx.deps, ctx, input.fileId)),
    ),

  giveUp: procedureWith('approve')
    .input(giveUpInput)
    .output(batchDetailView)
    .mutation(async ({ ctx, input }) => show(ctx, await giveUpBatch(ctx.deps, ctx, input))),

  compareAnswer: batch
    .input(answerKeyInput)
    .output(comparisonView)
    .query(({ ctx, input }) => compareAnswer(ctx.deps, ctx.memberships, input.answerId)),

  applyAnswer: batch
    .input(answerKeyInput)
    .output(batchDetailView)
    .mutation(async ({ ctx, input }) =>
      show(ctx, await applyAnswer(ctx.deps, ctx, input.answerId)),
    ),
});
