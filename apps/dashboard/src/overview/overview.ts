import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from 'paygate-bff';

/** Amounts are minor units, instants milliseconds UTC. */
type Outputs = inferRouterOutputs<AppRouter>;
export type Overview = Outputs['overview']['get'];
export type Health = Outputs['overview']['health'];
export type Today = Outputs['reports']['today'];
export type QueuedPayment = Overview['captureQueue'][number];

/** What a person calls the payment: the shop's order number where there is one. */
export function orderOf({ refNr, transId }: QueuedPayment): string {
  return refNr ?? transId;
}

/** Whether the server would let this person do it now, in time. */
export function mayDo(payment: QueuedPayment, action: 'capture' | 'credit'): boolean {
  return payment.allowedActions.some(
    (allowed) => allowed.action === action && allowed.allowed && allowed.reason === null,
  );
}
