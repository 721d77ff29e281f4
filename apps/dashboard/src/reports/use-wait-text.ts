import { useTranslations } from 'use-intl';

/** `within 30 hours`; null: later than seven days. */
export function useWaitText(): (minutes: number | null) => string {
  const words = useTranslations('reports.waits');
  return (minutes) => {
    if (minutes === null) return words('late');
    if (minutes < 120) return words('minutes', { count: minutes });
    if (minutes < 48 * 60) return words('hours', { count: minutes / 60 });
    const days = Math.floor(minutes / 1440);
    return words('days', { days, hours: (minutes - days * 1440) / 60 });
  };
}
