import { lazy, Suspense, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Report } from './report.ts';
import styles from './report-chart.module.css';

const ChartCanvas = lazy(async () => ({
  default: (await import('./chart-canvas.tsx')).ChartCanvas,
}));

/** Two figures that belong together: the first as bars, the second as a dashed line. */
const pairs = {
  moved: { bars: 'captured', line: 'refunded', color: '--bar-captured' },
  lost: { bars: 'released', line: 'expired', color: '--bar-credited-hatch' },
} as const;

type ReportChartProps = {
  readonly report: Report;
  readonly labels: readonly string[];
  readonly pair: keyof typeof pairs;
};

/** Bars and a dashed line, told apart without color. The table below says the same. */
export function ReportChart({ report, labels, pair }: ReportChartProps) {
  const words = useTranslations('reports');
  const { bars, line, color } = pairs[pair];
  const { periods } = report;
  const heights = useMemo(
    () => periods.map(({ figures }) => figures[bars].amount),
    [periods, bars],
  );
  const points = useMemo(() => periods.map(({ figures }) => figures[line].amount), [periods, line]);
  return (
    <figure className={styles.chart} data-pair={pair}>
      <figcaption className={styles.legend}>
        <span className={styles.bars}>{words(`figure.${bars}`)}</span>
        <span className={styles.line}>{words(`figure.${line}`)}</span>
        <span className={styles.legendText}>{words('chartText')}</span>
      </figcaption>
      <div className={styles.canvas} aria-hidden="true">
        <Suspense>
          <ChartCanvas labels={labels} bars={heights} line={points} color={color} />
        </Suspense>
      </div>
    </figure>
  );
}
