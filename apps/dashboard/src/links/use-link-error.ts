import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { toFailure } from '../app/failure.ts';
import { useFormat } from '../ui/use-format.ts';

const problems = [
  'empty',
  'amount',
  'ref-nr',
  'characters',
  'too-long',
  'too-long-together',
  'past',
  'too-far',
  'hours',
  'longer-than-twint-holds',
  'contract-decides',
  'https-needed',
  'asked-already',
  'nothing-lapsed',
  'paid-already',
  'over',
  'email-shape',
  'not-configured',
  'twice',
  'more-columns',
  'amount-split',
  'quotes',
  'no-amount-column',
  'too-many-rows',
  'faulty-lines',
] as const;

/** What a refused link means: at its field where there is one, and as a sentence. */
export function useLinkError() {
  const words = useTranslations('links');
  const errorText = useErrorText();
  const format = useFormat();

  const say = (problem: string): string => {
    const known = problems.find((name) => name === problem);
    return words(known === undefined ? 'refused.other' : `refused.${known}`);
  };

  const fieldsOf = (error: unknown) => {
    const failure = error ? toFailure(error) : null;
    if (failure?.type === 'bad-input') {
      return failure.fields.map(({ field, problem }) => ({ field, text: say(problem) }));
    }
    if (failure?.type !== 'refused') return [];
    if (failure.refusal === 'amount-too-low') {
      const min = format.money(failure.min ?? 0);
      return [{ field: 'amount', text: words('refused.amount-too-low', { min }) }];
    }
    if (failure.refusal === 'amount-too-high') {
      const max = format.money(failure.max ?? 0);
      return [{ field: 'amount', text: words('refused.amount-too-high', { max }) }];
    }
    return [];
  };

  return {
    say,
    fieldsOf,
    textOf: (error: unknown) => fieldsOf(error)[0]?.text ?? errorText(error),
  };
}
