import { refusals } from 'paygate-payments';
import { useTranslations } from 'use-intl';
import { useFormat } from '../ui/use-format.ts';
import type { MoneyKind, Payment } from './payment.ts';
import type { MoneyResult, NotSentReason, RefusalDetails } from './send-money.ts';
import { useCodeText } from './use-code-text.ts';

const troubleKeys = {
  offline: 'offline',
  'signed-out': 'signedOut',
  forbidden: 'forbidden',
  'not-found': 'notFound',
  'too-many': 'tooMany',
  'bad-input': 'badInput',
  'never-arrived': 'neverArrived',
} as const satisfies Record<NotSentReason, string>;

/** Every ending of a money step in words: the outcome in money first, the reason second. */
export function useMoneyWords(kind: MoneyKind, payment: Payment) {
  const words = useTranslations('payments');
  const reasons = useTranslations('errors.refusal');
  const format = useFormat();
  const codeText = useCodeText();
  const money = (minor: number) => format.money(minor, payment.currency);

  const refusal = (name: string, details: RefusalDetails | null) => {
    if (name === 'not-sent') return words('refusal.notSent');
    const known = refusals.find((refusal) => refusal === name);
    if (known === undefined) return words('refusal.other', { refusal: name });
    return reasons(known, {
      max: money(details?.max ?? payment.remaining),
      min: money(details?.min ?? payment.connection.minimum),
      limit: money(details?.limit ?? 0),
    });
  };

  const title = (result: MoneyResult): string => {
    switch (result.type) {
      case 'succeeded': {
        const amount = money(result.operation.amount);
        const isClosing = kind === 'capture' && result.operation.closeRest;
        return words(isClosing ? 'outcome.captureDoneClosed' : `outcome.${kind}Done`, { amount });
      }
      case 'declined':
        return words(`outcome.${kind}Declined`, { amount: money(result.operation.amount) });
      case 'not-executed':
        return words(`outcome.${kind}NotExecuted`, { amount: money(result.operation.amount) });
      case 'unknown':
        return words('unknown.title');
      case 'refused':
      case 'not-sent':
        return words('refusal.title');
    }
  };

  /** What follows the title; one sentence per idea. */
  const text = (result: MoneyResult): readonly string[] => {
    switch (result.type) {
      case 'succeeded':
      case 'unknown':
        return [];
      case 'declined':
        return [...codeText(result.operation.code), words('outcome.nothingBooked')];
      case 'not-executed':
        return [words('outcome.nothingBooked')];
      case 'refused':
        return [refusal(result.refusal, result.details), words('refusal.nothingSent')];
      case 'not-sent':
        return [words(`trouble.${troubleKeys[result.why]}`)];
    }
  };

  return { title, text };
}
