import { useTranslations } from 'use-intl';
import { useSession } from '../app/session.tsx';
import { useRangeText } from '../lists/use-range-text.ts';
import type { StepSearch } from './step-search.ts';
import { useActors } from './use-actors.ts';

/** Each set filter of steps in words, for its chip; null where it is not set. */
export function useStepFilterText(search: StepSearch) {
  const words = useTranslations('payments.steps');
  const range = useRangeText();
  const { merchantsWith } = useSession();
  const { by, merchant } = search;
  const actor = useActors().find(({ id }) => id === by);
  const known = merchantsWith('see').find(({ merchantId }) => merchantId === merchant);
  return {
    kind: search.kind?.map((kind) => words(`kind.${kind}`)).join(', ') ?? null,
    state: search.state?.map((state) => words(`state.${state}`)).join(', ') ?? null,
    origin: search.origin === undefined ? null : words(`origin.${search.origin}`),
    code: search.code === undefined ? null : words('codeBegins', { code: search.code }),
    date: range.date(search),
    amount: range.amount(search),
    by: by === undefined ? null : (actor?.name ?? by),
    merchant: merchant === undefined ? null : (known?.merchantName ?? String(merchant)),
  };
}
