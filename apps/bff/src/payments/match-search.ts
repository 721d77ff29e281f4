import type { Payment } from './payment.ts';
import type { PaymentSearch } from './payment-query.ts';
import type { MatchedPart } from './payment-view.ts';

const swissDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Zurich',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** What of a payment a search text was found in, the most telling part first. */
export function matchedParts(
  payment: Payment,
  search: PaymentSearch,
  formerRefNrs: readonly string[] = [],
): readonly MatchedPart[] {
  const { text, contains, amount, day, steps } = search;
  const begins = (value: string | null) => value?.toLowerCase().startsWith(text) ?? false;
  const holds = (value: string | null) =>
    contains === null ? begins(value) : (value?.toLowerCase().includes(text) ?? false);
  const byStep = (by: 'xid' | 'reqId') =>
    steps.some((step) => step.paymentId === payment.id && step.by === by);
  const { authorized } = payment.amounts;

  const found: Readonly<Record<MatchedPart, boolean>> = {
    payId: begins(payment.payId),
    refNr: holds(payment.refNr),
    formerRefNr: contains !== null && formerRefNrs.some(holds),
    transId: holds(payment.transId),
    twintOrderId: begins(payment.twintOrderId),
    xid: byStep('xid'),
    reqId: byStep('reqId'),
    orderDesc: contains !== null && holds(payment.orderDesc),
    amount: amount !== null && (authorized === 0 ? payment.requestedAmount : authorized) === amount,
    date: day !== null && swissDay.format(payment.createdAt) === day,
  };
  return (Object.keys(found) as MatchedPart[]).filter((part) => found[part]);
}
