import { useTranslations } from 'use-intl';
import { useFormat } from '../ui/use-format.ts';
import type { AmountLimits, AmountRefusal } from './amount-rule.ts';

/** The sentence for a broken amount rule; it says the limit, not the sin. */
export function useAmountError({ max, min, currency }: AmountLimits) {
  const words = useTranslations('payments.amountError');
  const format = useFormat();
  return (problem: string, input: string): string =>
    words(problem as AmountRefusal, {
      input,
      max: format.money(max, currency),
      min: format.money(min, currency),
    });
}
