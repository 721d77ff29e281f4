import { z } from 'zod';
import { procedureWith, router } from '../trpc.ts';
import { listNotifications } from './list-notifications.ts';
import { notificationFilter, notificationView } from './notification-view.ts';
import { passOnAgain } from './pass-on-again.ts';
import { processAgain } from './process-again.ts';

const one = z.strictObject({ id: z.uuid() });
const done = z.object({ ok: z.literal(true) });

/** Who may read the log may read what arrived; who manages the connection may set it going again. */
export const notificationsRouter = router({
  list: procedureWith('audit')
    .input(notificationFilter)
    .output(z.object({ rows: z.array(notificationView), nextCursor: z.string().nullable() }))
    .query(({ ctx, input }) => listNotifications(ctx.deps, ctx.person, ctx.memberships, input)),

  processAgain: procedureWith('connections')
    .input(one)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await processAgain(ctx.deps, ctx.person, ctx.memberships, input.id);
      return { ok: true };
    }),

  passOnAgain: procedureWith('connections')
    .input(one)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await passOnAgain(ctx.deps, ctx.person, ctx.memberships, input.id);
      return { ok: true };
    }),
});
