import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import type { Report } from './report.ts';
import styles from './report-chart.module.css';

const ChartCanvas = lazy(async () => ({
  default: (await import('./chart-canvas.tsx')).ChartCanvas,
}));

type ReportChartProps = { readonly report: Report; readonly labels: readonly string[] };

/** Captured as bars, refunded as a dashed line: told apart without colour. The table below says the same. */
export function ReportChart({ report, labels }: ReportChartProps) {
  const words = useTranslations('reports');
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.legend}>
        <span className={styles.captured}>{words('figure.captured')}</span>
        <span className={styles.refunded}>{words('figure.refunded')}</span>
        <span className={styles.legendText}>{words('chartText')}</span>
      </figcaption>
      <div className={styles.canvas} aria-hidden="true">
        <Suspense>
          <ChartCanvas
            labels={labels}
            captured={report.periods.map(({ figures }) => figures.captured.amount)}
            refunded={report.periods.map(({ figures }) => figures.refunded.amount)}
          />
        </Suspense>
      </div>
    </figure>
  );
}
