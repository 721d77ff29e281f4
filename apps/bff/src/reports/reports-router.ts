import { procedureWith, router } from '../trpc.ts';
import { getReport } from './get-report.ts';
import { getToday } from './get-today.ts';
import { listReportRows } from './list-report-rows.ts';
import { reportInput, rowsInput } from './report-input.ts';
import { reportRowsView, reportView, todayView } from './report-view.ts';

export const reportsRouter = router({
  get: procedureWith('reports')
    .input(reportInput)
    .output(reportView)
    .query(({ ctx, input }) => getReport(ctx.deps, ctx.memberships, input)),

  today: procedureWith('reports')
    .output(todayView)
    .query(({ ctx }) => getToday(ctx.deps, ctx.memberships)),

  rows: procedureWith('reports')
    .input(rowsInput)
    .output(reportRowsView)
    .query(({ ctx, input }) => listReportRows(ctx.deps, ctx.memberships, input)),
});
