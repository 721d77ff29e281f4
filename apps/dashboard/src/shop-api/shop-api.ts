import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from 'paygate-bff';

/** Keys, webhook and last events of a connection. Instants ms UTC. */
export type ShopApi = inferRouterOutputs<AppRouter>['shopApi']['get'];
export type ShopKey = ShopApi['keys'][number];
export type ShopEvent = ShopApi['events'][number];

export const keyRights = ['create', 'read'] as const;
export type KeyRight = (typeof keyRights)[number];

/** How long what is replaced may go on being used, in hours. */
export const keepHours = { none: 0, day: 24, days: 72, week: 168 } as const;
export type Keep = keyof typeof keepHours;
