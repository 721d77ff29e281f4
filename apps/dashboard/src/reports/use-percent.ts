import { useLocale } from 'use-intl';

/** `2.5 %` of a whole, one decimal; nothing where there is no whole. */
export function usePercent(): (part: number, whole: number) => string {
  const locale = useLocale();
  const format = new Intl.NumberFormat(`${locale.slice(0, 2)}-CH`, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return (part, whole) => (whole === 0 ? '' : format.format(part / whole));
}
