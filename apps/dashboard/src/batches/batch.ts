import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from 'paygate-bff';

type Outputs = inferRouterOutputs<AppRouter>['batches'];
export type Batch = Outputs['list']['rows'][number];
export type BatchDetail = Outputs['get'];
/** Whose file it can be, and whose was made last. */
export type BatchConnections = Outputs['connections'];
export type BatchPlan = Outputs['plan'];
export type Comparison = Outputs['compareAnswer'];
export type BatchWish = inferRouterInputs<AppRouter>['batches']['plan'];

/** Where the bytes of a file that left the house can be fetched. */
export const fileAddress = (id: string): string => `/batch-files/${id}`;
export type BatchSettingsView = Outputs['settings']['rows'][number];
export type BatchSettingsInput = inferRouterInputs<AppRouter>['batches']['saveSettings'];
