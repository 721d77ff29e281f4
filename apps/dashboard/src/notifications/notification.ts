import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from 'paygate-bff';

/** A notification as the server shows it: what it said, never the message itself. */
export type Notification = inferRouterOutputs<AppRouter>['notifications']['list']['rows'][number];

export const states = ['pending', 'done', 'parked', 'rejected'] as const;
export const kinds = ['notify', 'success', 'failure'] as const;
