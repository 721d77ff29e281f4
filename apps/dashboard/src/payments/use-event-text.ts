import { useTranslations } from 'use-intl';
import { isOwn } from '../ui/is-own.ts';
import { useFormat } from '../ui/use-format.ts';
import type { Operation, PaymentEvent } from './payment.ts';

const kindKeys = {
  capture: 'kindCapture',
  reversal: 'kindReversal',
  credit: 'kindCredit',
} as const;

/** One event as a sentence: what happened and how much. A type without words is shown raw. */
export function useEventText() {
  const words = useTranslations('payments.timeline');
  const reimbursement = useTranslations('payments.reimburse');
  const format = useFormat();

  return (event: PaymentEvent, operation: Operation | undefined, currency: string): string => {
    const money = (minor: number | null | undefined) => format.money(minor ?? 0, currency);
    if (event.type === 'captured' && (event.closed ?? 0) > 0) {
      return words('capturedClosed', { amount: money(event.amount), closed: money(event.closed) });
    }
    if (event.type === 'reimbursed') {
      const way = isOwn(ways, event.how ?? '') ? event.how : 'other';
      return words('reimbursed', {
        amount: money(event.amount),
        way: reimbursement(`way.${way as keyof typeof ways}`),
      });
    }
    if (isOwn(refNrChanges, event.type)) {
      const { from, to } = event.refNr ?? { from: null, to: '' };
      return words(event.type, { from: from ?? words('refNrNone'), to });
    }
    if (!isOwn(known, event.type)) return words('other', { type: event.type });
    return words(event.type, {
      // What was changed elsewhere comes as a difference and may be negative.
      amount: money(event.amount ?? operation?.amount),
      kind:
        operation === undefined
          ? words('kindPlain')
          : words(kindKeys[operation.kind], { amount: money(operation.amount) }),
    });
  };
}

const ways = { 'bank-transfer': true, cash: true, voucher: true, other: true } as const;

const refNrChanges = {
  'ref-nr-requested': true,
  'ref-nr-changed': true,
  'ref-nr-declined': true,
  'ref-nr-unknown': true,
  'ref-nr-kept': true,
} as const;

const known = {
  announced: true,
  processing: true,
  authorized: true,
  failed: true,
  abandoned: true,
  captured: true,
  reversed: true,
  credited: true,
  lapsed: true,
  'external-capture': true,
  'external-credit': true,
  'external-reversal': true,
  'operation-requested': true,
  'operation-declined': true,
  'operation-unknown': true,
  'operation-not-executed': true,
  'operation-cancelled': true,
  'operation-review': true,
  'figures-accepted': true,
  'schedule-missed': true,
} as const;
