import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from 'paygate-bff';

/** Amounts are minor units, instants milliseconds UTC with `to` exclusive. */
export type Report = inferRouterOutputs<AppRouter>['reports']['get'];
export type Figures = Report['total'];
export type RowsInput = inferRouterInputs<AppRouter>['reports']['rows'];
export type ReportRow = inferRouterOutputs<AppRouter>['reports']['rows']['rows'][number];
