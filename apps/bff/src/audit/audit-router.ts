import { z } from 'zod';
import { procedureWith, router } from '../trpc.ts';
import { auditChoices, auditFilter, auditLineView, auditReport } from './audit-view.ts';
import { listAudit, listAuditChoices } from './list-audit.ts';
import { verifyOwnAudit } from './verify-own-audit.ts';

const reader = procedureWith('audit');

export const auditRouter = router({
  list: reader
    .input(auditFilter)
    .output(z.object({ rows: z.array(auditLineView), nextCursor: z.string().nullable() }))
    .query(({ ctx, input }) => listAudit(ctx.deps, ctx.memberships, input)),

  choices: reader
    .output(auditChoices)
    .query(({ ctx }) => listAuditChoices(ctx.deps, ctx.memberships)),

  /** A mutation, because it takes time and is done when somebody asks for it. */
  verify: reader.output(z.object({ reports: z.array(auditReport) })).mutation(async ({ ctx }) => ({
    reports: await verifyOwnAudit(ctx.deps, ctx.person, ctx.memberships),
  })),
});
