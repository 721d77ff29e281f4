import { useTranslations } from 'use-intl';
import { showMoment } from '../ui/swiss-day.ts';
import { useFormat } from '../ui/use-format.ts';

type Dates = { readonly from?: string; readonly to?: string };
type Amounts = { readonly amountMin?: number; readonly amountMax?: number };

/** A range of days or of amounts in words; null where neither end is set. */
export function useRangeText() {
  const words = useTranslations('payments.filter');
  const format = useFormat();

  const date = ({ from, to }: Dates): string | null => {
    const days = { from: showMoment(from ?? ''), to: showMoment(to ?? '') };
    if (from !== undefined && from === to) return days.from;
    if (from !== undefined && to !== undefined) return words('between', days);
    if (from !== undefined) return words('since', days);
    return to === undefined ? null : words('until', days);
  };

  const amount = ({ amountMin, amountMax }: Amounts): string | null => {
    const amounts = { min: format.money(amountMin ?? 0), max: format.money(amountMax ?? 0) };
    if (amountMin !== undefined && amountMin === amountMax) return `= ${amounts.min}`;
    if (amountMin !== undefined && amountMax !== undefined) return words('amountBetween', amounts);
    if (amountMin !== undefined) return words('atLeast', amounts);
    return amountMax === undefined ? null : words('atMost', amounts);
  };

  return { date, amount };
}
