import type { Refusal } from 'paygate-payments';
import { useTranslations } from 'use-intl';
import { useFormat } from '../ui/use-format.ts';
import { type Failure, toFailure } from './failure.ts';

/** Every refusal has words; a new one does not compile until it has. */
const refusalKeys: Record<Refusal, `refusal.${Refusal}`> = {
  'stale-version': 'refusal.stale-version',
  'key-reused': 'refusal.key-reused',
  'step-in-flight': 'refusal.step-in-flight',
  'nothing-left': 'refusal.nothing-left',
  'amount-too-high': 'refusal.amount-too-high',
  'amount-too-low': 'refusal.amount-too-low',
  'not-captured': 'refusal.not-captured',
  'already-captured': 'refusal.already-captured',
  'outcome-unknown': 'refusal.outcome-unknown',
  'over-limit': 'refusal.over-limit',
  'not-supported': 'refusal.not-supported',
  'gateway-unreachable': 'refusal.gateway-unreachable',
  'external-change': 'refusal.external-change',
};

/** Turns what a call threw into a sentence in the language of the screen. */
export function useErrorText(): (error: unknown, currency?: string) => string {
  const words = useTranslations('errors');
  const format = useFormat();

  const say = (failure: Failure, currency: string): string => {
    switch (failure.type) {
      case 'network':
      case 'timeout':
      case 'forbidden':
      case 'unavailable':
      case 'page':
        return words(failure.type);
      case 'signed-out':
      case 'wrong':
        return words('signedOut');
      case 'not-found':
        return words('notFound');
      case 'too-large':
        return words('tooLarge');
      case 'too-many':
        return words('tooMany');
      case 'bad-input': {
        const field = failure.fields[0]?.field;
        return field ? words('field', { field }) : words('badInput');
      }
      case 'refused':
        return words(refusalKeys[failure.refusal], {
          max: format.money(failure.max ?? 0, currency),
          min: format.money(failure.min ?? 0, currency),
          limit: format.money(failure.limit ?? 0, currency),
        });
      case 'internal':
        return failure.requestId === null
          ? words('internalPlain')
          : words('internal', { id: failure.requestId });
    }
  };

  return (error, currency = 'CHF') => say(toFailure(error), currency);
}
