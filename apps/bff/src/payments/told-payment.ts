import { foldEvents, type PaymentEvent } from 'paygate-payments';
import type { Sql } from '../storage/database.ts';
import { listEvents, type StoredEvent } from './event-store.ts';
import type { Payment } from './payment.ts';

/** A payment whose amounts are the plain sums of its facts. */
export type ToldPayment = Payment & {
  /** Minor units of `reversed` that no operation of ours did: read from what inquiries answered. */
  readonly reversedOutside: number;
  /** Minor units of `closed` that an inquiry, and no refusal of the gateway, made us take for lapsed. */
  readonly lapsedByInquiry: number;
};

/** Such a payment and its facts in the order they were learned, also as they are stored. */
type ToldWithEvents = ToldPayment & {
  readonly events: readonly PaymentEvent[];
  readonly stored: readonly StoredEvent[];
};

/**
 * The payment with its amounts exactly as its facts tell them. Where facts contradict each other the
 * stored amounts are the nearest possible ones; compared with the gateway's, those would find the
 * same difference again and again.
 */
export async function toldPayment(sql: Sql, payment: Payment): Promise<ToldWithEvents> {
  const stored = await listEvents(sql, payment);
  const events = stored.map(({ event }) => event);
  const outside = events.filter(({ type }) => type === 'external-reversal');
  const lapsed = events.filter(({ fact }) => fact.startsWith('lapsed:inquiry:'));
  return {
    ...payment,
    events,
    stored,
    amounts: foldEvents(events).told,
    reversedOutside: foldEvents(outside).told.reversed,
    lapsedByInquiry: foldEvents(lapsed).told.closed,
  };
}
