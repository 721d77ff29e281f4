import { useTranslations } from 'use-intl';
import { showSwissDay } from '../ui/swiss-day.ts';
import { useFormat } from '../ui/use-format.ts';
import type { Report } from './report.ts';
import type { ReportSearch } from './report-search.ts';

type Period = Report['periods'][number];

/** The name of each period; the hour that comes twice in the night of autumn says so. */
export function usePeriodText(): (
  periods: readonly Period[],
  unit: ReportSearch['unit'],
) => readonly string[] {
  const words = useTranslations('reports');
  const format = useFormat();
  return (periods, unit) =>
    periods.map((period, at) => {
      const { firstDay, lastDay, from } = period;
      if (unit === 'hour') {
        const name = format.shortInstant(from);
        const before = periods[at - 1];
        const isAgain = before !== undefined && format.shortInstant(before.from) === name;
        return isAgain ? words('hourAgain', { hour: name }) : name;
      }
      if (firstDay === lastDay) return showSwissDay(firstDay);
      return `${showSwissDay(firstDay)} – ${showSwissDay(lastDay)}`;
    });
}
