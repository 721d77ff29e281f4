import { foldEvents } from 'paygate-payments';
import type { Sql } from '../storage/database.ts';
import { listEvents } from './event-store.ts';
import type { Payment } from './payment.ts';

/**
 * The payment with its amounts exactly as its facts tell them. Where facts contradict each other the
 * stored amounts are the nearest possible ones; compared with the gateway's, those would find the
 * same difference again and again.
 */
export async function toldPayment(sql: Sql, payment: Payment): Promise<Payment> {
  const events = await listEvents(sql, payment);
  return { ...payment, amounts: foldEvents(events.map(({ event }) => event)).told };
}
