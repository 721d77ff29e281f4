import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useSession } from '../app/session.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { showSwissDay } from '../ui/swiss-day.ts';
import { useFormat } from '../ui/use-format.ts';
import { DayDifference } from './day-difference.tsx';
import { FiguresTable } from './figures-table.tsx';
import type { Report } from './report.ts';
import { ReportChart } from './report-chart.tsx';
import { Failures, RefundReasons, Waits } from './report-details.tsx';
import { ReportExport } from './report-export.tsx';
import { ReportFigures } from './report-figures.tsx';
import { type ReportSearch, scopeOf } from './report-search.ts';
import styles from './reports.module.css';
import { usePeriodText } from './use-period-text.ts';

type ReportSheetProps = {
  readonly report: Report;
  readonly search: ReportSearch;
  readonly isUpdating: boolean;
  readonly onSearch: (search: ReportSearch) => void;
};

/** Everything a report says, on screen and on paper. */
export function ReportSheet({ report, search, isUpdating, onSearch }: ReportSheetProps) {
  const words = useTranslations('reports');
  const { can, person } = useSession();
  const format = useFormat();
  const periodText = usePeriodText();
  const { from, to, total, data } = report;
  const labels = periodText(report.periods, search.unit);
  const joined = labels.join('\n');
  // One list for the same names, so that the chart is drawn anew only for new figures.
  const chartLabels = useMemo(() => joined.split('\n'), [joined]);
  const scope = scopeOf(search);
  const whole = {
    key: 'total',
    label: words('total'),
    figures: total,
    scope: { from, to, ...scope },
  };
  const range = { from: showSwissDay(search.from), to: showSwissDay(search.to) };

  return (
    <div className={styles.sheet} aria-busy={isUpdating}>
      <div className={styles.head}>
        <p className={styles.range}>
          {words(search.day === 'twint' ? 'rangeTwint' : 'range', range)}{' '}
          <span className={styles.note}>{words('asOf', { at: format.instant(report.asOf) })}</span>
        </p>
        {data === null && !report.isEmpty && can('export') ? (
          <ReportExport search={search} />
        ) : null}
      </div>
      <p className={styles.printed}>
        {words('printed', { at: format.instant(format.now), person: person.name })}
      </p>
      {report.isEmpty && data === null ? (
        <EmptyState title={words('empty')}>{words('emptyFirst')}</EmptyState>
      ) : data === null ? (
        <>
          <ReportFigures report={report} scope={scope} />
          <section aria-labelledby="report-periods" className={styles.section}>
            <h2 id="report-periods">{words(`by.${search.unit}`)}</h2>
            <ReportChart report={report} labels={chartLabels} pair="moved" />
            {total.released.count + total.expired.count === 0 ? null : (
              <ReportChart report={report} labels={chartLabels} pair="lost" />
            )}
            <FiguresTable
              caption={words(`by.${search.unit}`)}
              head={words('period')}
              lines={report.periods.map((period, at) => ({
                key: String(period.from),
                label: labels[at] ?? '',
                figures: period.figures,
                scope: { from: period.from, to: period.to, ...scope },
              }))}
              total={whole}
            />
          </section>
          {report.merchants.length < 2 ? null : (
            <section aria-labelledby="report-merchants" className={styles.section}>
              <h2 id="report-merchants">{words('by.merchant')}</h2>
              <FiguresTable
                caption={words('by.merchant')}
                head={words('merchant')}
                lines={report.merchants.map(({ merchantId, merchantName, figures }) => ({
                  key: String(merchantId),
                  label: merchantName,
                  figures,
                  scope: { from, to, merchantId },
                }))}
                total={whole}
              />
            </section>
          )}
          {report.connections.length < 2 ? null : (
            <section aria-labelledby="report-connections" className={styles.section}>
              <h2 id="report-connections">{words('by.connection')}</h2>
              <FiguresTable
                caption={words('by.connection')}
                head={words('connection')}
                lines={report.connections.map((line) => ({
                  key: line.connection,
                  label:
                    person.memberships.length > 1
                      ? `${line.merchantName}, ${line.label}`
                      : line.label,
                  figures: line.figures,
                  scope: { from, to, ...scope, connection: line.connection },
                }))}
                total={whole}
              />
            </section>
          )}
          <DayDifference report={report} search={search} />
          <div className={styles.columns}>
            <Waits report={report} scope={scope} />
            <RefundReasons report={report} scope={scope} />
            <Failures report={report} scope={scope} />
          </div>
          <p className={styles.note}>{words('counting')}</p>
        </>
      ) : (
        <EmptyState
          title={words('empty')}
          actions={
            <Button
              onPress={() =>
                onSearch({ ...search, unit: 'month', from: data.first, to: data.last })
              }
            >
              {words('showData')}
            </Button>
          }
        >
          {words('emptyText', { first: showSwissDay(data.first), last: showSwissDay(data.last) })}
        </EmptyState>
      )}
    </div>
  );
}
