import { procedureWith, router } from '../trpc.ts';
import { listViews } from './list-views.ts';
import { rememberHabits } from './remember-habits.ts';
import { removeView, saveView } from './save-view.ts';
import { listInput, rememberInput, saveViewInput, viewKey, viewsView } from './view-input.ts';

export const viewsRouter = router({
  list: procedureWith('see')
    .input(listInput)
    .output(viewsView)
    .query(({ ctx, input }) => listViews(ctx.deps, ctx.person, input.list)),

  save: procedureWith('see')
    .input(saveViewInput)
    .mutation(({ ctx, input }) => saveView(ctx.deps, ctx.person, input)),

  remove: procedureWith('see')
    .input(viewKey)
    .mutation(({ ctx, input }) => removeView(ctx.deps, ctx.person, input.viewId)),

  remember: procedureWith('see')
    .input(rememberInput)
    .mutation(({ ctx, input }) => rememberHabits(ctx.deps, ctx.person, input)),
});
