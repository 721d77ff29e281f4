import { randomUUIDv7 } from 'node:crypto';
import {
  baselineDiffers,
  type InquiryAmounts,
  type InquiryShowsReversals,
  type PaymentEvent,
  provesLapse,
  remainingOf,
} from 'paygate-payments';
import type { NewEvent } from './event-store.ts';
import type { ToldPayment } from './told-payment.ts';

/** What of a payment an inquiry is held against. */
type Told = Pick<ToldPayment, 'amounts' | 'captureBy' | 'reversedOutside' | 'lapsedByInquiry'>;

/**
 * What an inquiry shows that nobody told us, as facts: steps done outside, by how much the gateway's
 * sums moved (minor units), or an authorization that is gone. Empty when the gateway agrees.
 *
 * Ask it under the lock of the payment, of an inquiry made while the payment had this version.
 * `shows` is what is known of the inquiries of its connection.
 */
export function externalChanges(
  payment: Told,
  inquiry: InquiryAmounts,
  shows: InquiryShowsReversals,
  now: number,
): readonly NewEvent[] {
  const { amounts } = payment;
  if (amounts.authorized === 0) return [];
  if (provesLapse(payment, inquiry, now)) {
    return [lapse(remainingOf(amounts), now)];
  }
  if (isReleasedOutside(payment, inquiry, shows)) {
    return [outside('external-reversal', remainingOf(amounts), now)];
  }
  const difference = baselineDiffers(amounts, inquiry, shows);
  const restored = restoredOutside(payment, inquiry);
  const revived = revivedAfterLapse(payment, inquiry);
  if (difference === null && restored === 0 && revived === 0) return [];

  const { captured, credited, authorized } = difference ?? noDifference;
  const events: NewEvent[] = [];
  if (restored > 0) events.push(outside('external-reversal', -restored, now));
  if (revived > 0) events.push(lapse(-revived, now));
  if (captured !== 0) events.push(outside('external-capture', captured, now));
  if (credited !== 0) events.push(outside('external-credit', credited, now));
  if (authorized < 0) events.push(outside('external-reversal', -authorized, now));
  if (authorized > 0) {
    const fact = `authorized:${inquiry.auth}`;
    events.push({ event: { fact, type: 'authorized', at: now, amount: inquiry.auth } });
  }
  return events;
}

const noDifference = { captured: 0, credited: 0, authorized: 0 };

/**
 * How much of what an inquiry once made us take for a reversal elsewhere the gateway names as
 * authorized again, in minor units: an answer may be out of date, and money that is still there must
 * not be forgotten. After a reversal of ours AmountAuth says nothing.
 */
function restoredOutside({ amounts, reversedOutside }: Told, inquiry: InquiryAmounts) {
  const comparable = amounts.reversed === reversedOutside && amounts.closed === 0;
  if (!comparable) return 0;
  const more = inquiry.auth - (amounts.authorized - amounts.reversed);
  return Math.max(0, Math.min(reversedOutside, more));
}

/** The same of what an inquiry made us take for lapsed. What the gateway refused as expired stays so. */
function revivedAfterLapse({ amounts, lapsedByInquiry }: Told, inquiry: InquiryAmounts) {
  const comparable = amounts.reversed === 0 && amounts.closed === lapsedByInquiry;
  if (!comparable) return 0;
  const more = inquiry.auth - (amounts.authorized - amounts.closed);
  return Math.max(0, Math.min(lapsedByInquiry, more));
}

/** Before the deadline an authorization does not lapse: somebody reversed all of it elsewhere. */
function isReleasedOutside(
  { amounts }: Told,
  inquiry: InquiryAmounts,
  shows: InquiryShowsReversals,
): boolean {
  const isComparable = amounts.reversed === 0 || shows === 'yes';
  const untouched = amounts.captured === 0 && isComparable && remainingOf(amounts) > 0;
  return untouched && inquiry.auth === 0 && inquiry.cap === 0;
}

type ExternalType = Extract<PaymentEvent['type'], `external-${string}`>;

function lapse(amount: number, at: number): NewEvent {
  return { event: { fact: `lapsed:inquiry:${randomUUIDv7()}`, type: 'lapsed', at, amount } };
}

/** Every such fact is its own: the same sum may move to and fro at the gateway. */
function outside(type: ExternalType, amount: number, at: number): NewEvent {
  return { event: { fact: `${type}:${randomUUIDv7()}`, type, at, amount } };
}
