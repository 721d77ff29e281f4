import { useTranslations } from 'use-intl';
import { Notice } from '../ui/notice.tsx';
import type { MoneyKind, Payment } from './payment.ts';
import type { MoneyResult } from './send-money.ts';
import { useMoneyWords } from './use-money-words.ts';

type MoneyOutcomeProps = {
  readonly payment: Payment;
  readonly kind: MoneyKind;
  readonly result: MoneyResult | null;
  /** The answer got lost and the server is being asked. */
  readonly isAsking: boolean;
};

/** What became of the last press, above the form that keeps what was typed. */
export function MoneyOutcome({ payment, kind, result, isAsking }: MoneyOutcomeProps) {
  const words = useTranslations('payments');
  const money = useMoneyWords(kind, payment);
  if (isAsking) {
    return (
      <Notice tone="unknown" role="status" title={words('trouble.askingTitle')}>
        {words('trouble.asking')}
      </Notice>
    );
  }
  if (result === null || result.type === 'succeeded' || result.type === 'unknown') return null;
  const code = result.type === 'declined' ? result.operation.code : null;
  return (
    <Notice
      tone={result.type === 'declined' ? 'danger' : 'warning'}
      role="alert"
      title={money.title(result)}
    >
      <p>{money.text(result).join(' ')}</p>
      {code === null ? null : <p>{words('outcome.code', { code })}</p>}
    </Notice>
  );
}
