import type { ActionReason } from 'paygate-payments';
import { useTranslations } from 'use-intl';
import { useFormat } from '../ui/use-format.ts';
import type { AllowedAction, Payment } from './payment.ts';

const reasonKeys = {
  'step-in-flight': 'stepInFlight',
  'in-batch-file': 'inBatchFile',
  'outcome-unknown': 'outcomeUnknown',
  'not-captured': 'notCaptured',
  'not-supported': 'notSupported',
  'trans-id-unsafe': 'transIdUnsafe',
  'pay-id-missing': 'payIdMissing',
  awaiting: 'awaiting',
  failed: 'failed',
  expired: 'expired',
  'already-reversed': 'alreadyReversed',
  'fully-refunded': 'fullyRefunded',
  'amount-too-low': 'amountTooLow',
} as const satisfies Partial<Record<ActionReason, string>>;

/** Why an action cannot be done now, or what to know before trying; null when nothing speaks against it. */
export function useReasonText(): (payment: Payment, action: AllowedAction) => string | null {
  const words = useTranslations('payments.why');
  const format = useFormat();

  return (payment, { action, reason }) => {
    if (reason === null) return null;
    switch (reason) {
      case 'past-deadline':
        return action === 'credit'
          ? words('pastRefund', { date: when(payment.refundUntil) })
          : words('pastCapture', { date: when(payment.captureBy) });
      case 'nothing-left':
        return words(`${action}NothingLeft`);
      case 'already-captured':
        return words(payment.remaining > 0 ? 'partCaptured' : 'alreadyCaptured');
      default:
        return reason in reasonKeys
          ? words(reasonKeys[reason as keyof typeof reasonKeys], {
              min: format.money(payment.connection.minimum, payment.currency),
            })
          : words('other', { reason });
    }
  };

  function when(at: number | null): string {
    return at === null ? '' : format.instant(at);
  }
}
