import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from 'paygate-bff';

/** One step of one payment. The amount in minor units, `at` ms UTC; `by` is null for what was done elsewhere. */
export type Step = inferRouterOutputs<AppRouter>['steps']['list']['rows'][number];

/** Names a step: a payment has many told by the gateway. */
export function stepKey({ id, seq }: Step): string {
  return `${id}/${seq}`;
}
