import { procedureWith, router } from '../trpc.ts';
import { getReport } from './get-report.ts';
import { listReportRows } from './list-report-rows.ts';
import { reportInput, rowsInput } from './report-input.ts';
import { reportRowsView, reportView } from './report-view.ts';

export const reportsRouter = router({
  get: procedureWith('reports')
    .input(reportInput)
    .output(reportView)
    .query(({ ctx, input }) => getReport(ctx.deps, ctx.memberships, input)),

  rows: procedureWith('reports')
    .input(rowsInput)
    .output(reportRowsView)
    .query(({ ctx, input }) => listReportRows(ctx.deps, ctx.memberships, input)),
});
