import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from 'paygate-bff';

type Outputs = inferRouterOutputs<AppRouter>['payments'];

type Row = Outputs['list']['rows'][number];
/** What a search text was found in. */
export type MatchedPart = Row['matched'][number];
/**
 * A payment. Amounts are whole minor units of `currency`, instants milliseconds UTC. Rows of a list
 * say what a search found them by.
 */
export type Payment = Omit<Row, 'matched'> & { readonly matched?: readonly MatchedPart[] };
/** One payment with its events, operations and notes. */
export type PaymentDetail = Outputs['get'];
export type Operation = PaymentDetail['operations'][number];
export type PaymentEvent = PaymentDetail['events'][number];
export type AllowedAction = Payment['allowedActions'][number];
export type PaymentStatus = Payment['status'];
export type Urgency = Payment['captureUrgency'];
export type MoneyKind = 'capture' | 'reverse' | 'credit';

/** What a list is sorted by has this value: an instant, ms UTC, or minor units; null for no deadline. */
export function sortValueOf(
  { authorized, captureBy, createdAt, refundUntil }: Payment,
  sort: 'created' | 'captureBy' | 'refundUntil' | 'amount',
): number | null {
  return { created: createdAt, captureBy, refundUntil, amount: authorized }[sort];
}

/** What a person calls the payment: the shop's order number where there is one. */
export function orderOf(payment: Pick<Payment, 'refNr' | 'transId'>): string {
  return payment.refNr ?? payment.transId;
}
