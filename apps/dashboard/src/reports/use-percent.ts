import { useLocale } from 'use-intl';

/** `2.5 %` of a whole: one decimal behind a point, as in amounts; nothing where there is no whole. */
export function usePercent(): (part: number, whole: number) => string {
  const locale = useLocale();
  const sign = locale.startsWith('en') ? '%' : '\u00a0%';
  return (part, whole) => (whole === 0 ? '' : `${((100 * part) / whole).toFixed(1)}${sign}`);
}
