import { parseCode } from 'paygate-core/response-code';
import { useTranslations } from 'use-intl';

/** What a code of the gateway means and what to do next, in words; an unknown code says nothing. */
export function useCodeText(): (code: string | null) => readonly string[] {
  const meanings = useTranslations('payments.codeMeaning');
  const nextSteps = useTranslations('payments.codeNext');

  return (code) => {
    if (code === null) return [];
    const { meaning, next, parameter } = parseCode(code);
    return [
      ...(meaning === null ? [] : [meanings(meaning, { parameter: parameter ?? '' })]),
      ...(next === null || next === 'nothing-to-do' ? [] : [nextSteps(next)]),
    ];
  };
}
