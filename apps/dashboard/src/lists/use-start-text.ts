import { useTranslations } from 'use-intl';
import { showMoment } from '../ui/swiss-day.ts';
import { useFormat } from '../ui/use-format.ts';
import type { ListStart } from './read-window.ts';

/** From where on a list is shown, in words; null from its beginning. */
export function useStartText() {
  const words = useTranslations('payments.goTo');
  const format = useFormat();
  return (start: ListStart): string | null => {
    if (start === null || start === 'end') return null;
    const { at } = start;
    const place = typeof at === 'number' ? format.money(at) : showMoment(at);
    return words('from', { place });
  };
}
