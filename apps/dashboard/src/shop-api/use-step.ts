import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { toFailure } from '../app/failure.ts';
import { useTRPC } from '../app/trpc.ts';

const problems = ['https-only', 'too-long', 'ended', 'replaced', 'empty'] as const;
type Problem = (typeof problems)[number];

/** Reads keys, webhook and events again after something was changed. */
export function useReadAgain(): () => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries(trpc.shopApi.pathFilter());
}

/** What a refused change means, in words. */
export function useShopError(): (error: unknown) => string {
  const words = useTranslations('shopApi');
  const errorText = useErrorText();
  return (error) => {
    const failure = toFailure(error);
    const problem = failure.type === 'bad-input' ? failure.fields[0]?.problem : undefined;
    return isKnown(problem) ? words(`refused.${problem}`) : errorText(error);
  };
}

function isKnown(problem: string | undefined): problem is Problem {
  return problems.some((known) => known === problem);
}
