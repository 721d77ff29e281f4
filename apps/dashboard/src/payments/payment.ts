import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from 'paygate-bff';

type Outputs = inferRouterOutputs<AppRouter>['payments'];

/** One row of the list. Amounts are whole minor units of `currency`, instants milliseconds UTC. */
export type Payment = Outputs['list']['rows'][number];
/** One payment with its events, operations and notes. */
export type PaymentDetail = Outputs['get'];
export type Operation = PaymentDetail['operations'][number];
export type PaymentEvent = PaymentDetail['events'][number];
export type AllowedAction = Payment['allowedActions'][number];
export type PaymentStatus = Payment['status'];
export type Urgency = Payment['captureUrgency'];
export type MoneyKind = 'capture' | 'reverse' | 'credit';

/** What a person calls the payment: the shop's order number where there is one. */
export function orderOf(payment: Pick<Payment, 'refNr' | 'transId'>): string {
  return payment.refNr ?? payment.transId;
}
