import { useTranslations } from 'use-intl';
import { useSession } from '../app/session.tsx';
import { filtersInWords } from '../lists/filters-in-words.ts';
import type { PaymentSearch } from './payment-search.ts';
import { useFilterText } from './use-filter-text.ts';

/** The filters of a search in words, each under its name, as a printed list says them. */
export function usePrintedFilters(search: PaymentSearch): readonly string[] {
  const words = useTranslations('payments.filter');
  const { person, merchantsWith } = useSession();
  const { connections } = person;
  const text = useFilterText(search, { connections, merchants: merchantsWith('see') });
  return filtersInWords(search.search, text, words);
}
