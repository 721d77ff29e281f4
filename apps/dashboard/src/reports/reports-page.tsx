import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { toFailure } from '../app/failure.ts';
import { NoAccess } from '../app/no-access.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../ui/button.tsx';
import { Folded } from '../ui/folded.tsx';
import { Notice } from '../ui/notice.tsx';
import { useNow } from '../ui/now.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ReportForm } from './report-form.tsx';
import { type ReportSearch, readReportSearch, scopeOf } from './report-search.ts';
import { ReportSheet } from './report-sheet.tsx';

/** `/reports`: what happened in a range of days. Everything that is shown stands in the address. */
export function ReportsPage() {
  const words = useTranslations('reports');
  const { can, merchantsWith, person } = useSession();
  const raw = useSearch({ strict: false });
  const now = useNow();
  const day = Math.floor(now / 3_600_000);
  const { search, problems } = useMemo(() => readReportSearch(raw, day * 3_600_000), [raw, day]);
  const navigate = useNavigate();
  const goTo = (next: ReportSearch) =>
    void navigate({ to: '/reports', search: next, replace: true, resetScroll: false });

  if (!can('reports')) {
    return (
      <Page title={words('title')}>
        <NoAccess right="reports" />
      </Page>
    );
  }
  return (
    <Page title={words('title')}>
      {problems.length === 0 ? null : (
        <Notice
          tone="warning"
          role="status"
          title={words('problemsTitle')}
          actions={
            <Button size="small" onPress={() => goTo(search)}>
              {words('problemsDone')}
            </Button>
          }
        >
          {problems.map(({ field, value }) => (
            <p key={field}>
              {words('problem', { field: words(`field.${field}`), value: value.slice(0, 60) })}
            </p>
          ))}
        </Notice>
      )}
      <Folded summary={words('form.fold')}>
        <ReportForm
          key={`${search.from}/${search.to}`}
          search={search}
          merchants={merchantsWith('reports')}
          connections={person.connections}
          onSearch={goTo}
        />
      </Folded>
      <Answer search={search} onSearch={goTo} />
    </Page>
  );
}

type AnswerProps = {
  readonly search: ReportSearch;
  readonly onSearch: (search: ReportSearch) => void;
};

/** The report, or why there is none; old figures stay while others are being read. */
function Answer({ search, onSearch }: AnswerProps) {
  const words = useTranslations('reports');
  const shell = useTranslations('shell');
  const errorText = useErrorText();
  const trpc = useTRPC();
  const { connection: _, merchant: __, ...range } = search;
  const wish = { ...range, ...scopeOf(search) };
  const report = useQuery(
    trpc.reports.get.queryOptions(wish, { placeholderData: keepPreviousData }),
  );
  const { error, data } = report;
  const failure = error === null ? null : toFailure(error);
  const field = failure?.type === 'bad-input' ? failure.fields[0]?.field : undefined;

  if (field === 'unit' || field === 'to') {
    return (
      <Notice
        tone="warning"
        role="alert"
        title={words('tooLong')}
        actions={
          search.unit === 'month' ? undefined : (
            <Button onPress={() => onSearch({ ...search, unit: 'month' })}>
              {words('byMonth')}
            </Button>
          )
        }
      >
        {words('tooLongText')}
      </Notice>
    );
  }
  return (
    <>
      {error === null ? null : (
        <Notice
          tone="danger"
          role="alert"
          actions={<Button onPress={() => void report.refetch()}>{shell('tryAgain')}</Button>}
        >
          {errorText(error)}
        </Notice>
      )}
      {data === undefined ? (
        error === null ? (
          <Skeleton />
        ) : null
      ) : (
        <ReportSheet
          report={data}
          search={search}
          isUpdating={report.isFetching}
          onSearch={onSearch}
        />
      )}
    </>
  );
}
