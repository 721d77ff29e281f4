import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from 'paygate-bff';

export type Export = inferRouterOutputs<AppRouter>['exports']['list']['rows'][number];
export type ExportDefinition = inferRouterInputs<AppRouter>['exports']['create'];
export type ExportFormat = ExportDefinition['format'];

/** Waiting or in progress: it can be stopped, and there is nothing to fetch yet. */
export const isOpen = ({ state }: Pick<Export, 'state'>): boolean =>
  state === 'queued' || state === 'running';

export const fileAddress = (id: string): string => `/downloads/exports/${id}`;
export const infoAddress = (id: string): string => `/downloads/exports/${id}/info`;
