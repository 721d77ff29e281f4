import { Link, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { NoAccess } from '../app/no-access.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { BackLink } from '../ui/back-link.tsx';
import { Button } from '../ui/button.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { MoneyText } from '../ui/money-text.tsx';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useFormat } from '../ui/use-format.ts';
import styles from './reports.module.css';
import { type RowsWish, readRowsSearch } from './rows-search.ts';
import { RowsTable } from './rows-table.tsx';
import { useRows } from './use-rows.ts';

/** `/reports/rows`: the steps that one number of a report counts, and their sum, which is that number. */
export function RowsPage() {
  const words = useTranslations('reports');
  const { can } = useSession();
  const raw = useSearch({ strict: false });
  const wish = useMemo(() => readRowsSearch(raw), [raw]);
  const title = wish === null ? words('rows.title') : words(`figure.${wish.figure}`);
  return (
    <Page title={title} above={<BackLink to="/reports">{words('rows.back')}</BackLink>}>
      {!can('reports') ? (
        <NoAccess right="reports" />
      ) : wish === null ? (
        <EmptyState
          title={words('rows.badTitle')}
          actions={
            <Link to="/reports" className={buttonClass('plain')}>
              {words('rows.back')}
            </Link>
          }
        >
          {words('rows.badText')}
        </EmptyState>
      ) : (
        <Rows wish={wish} />
      )}
    </Page>
  );
}

function Rows({ wish }: { readonly wish: RowsWish }) {
  const words = useTranslations('reports.rows');
  const shell = useTranslations('shell');
  const errorText = useErrorText();
  const format = useFormat();
  const { person } = useSession();
  const list = useRows(wish);
  const label = person.connections.find(({ slug }) => slug === wish.connection)?.label;

  if (list.isPending) return <Skeleton />;
  const failed =
    list.error === null ? null : (
      <Notice
        tone="danger"
        role="alert"
        actions={<Button onPress={() => void list.refetch()}>{shell('tryAgain')}</Button>}
      >
        {errorText(list.error)}
      </Notice>
    );
  if (list.rows.length === 0 && list.error !== null) return failed;
  return (
    <div className={styles.sheet} aria-busy={list.isFetching}>
      {failed}
      <p className={styles.range}>
        {words('range', { from: format.instant(wish.from), to: format.instant(wish.to) })}
        {label === undefined ? null : <> · {label}</>}
      </p>
      <p className={styles.sum} data-count={list.count}>
        {words('sum', { count: list.count })} · <MoneyText minor={list.amount} />
      </p>
      {list.rows.length === 0 ? (
        <EmptyState title={words('empty')} />
      ) : (
        <RowsTable rows={list.rows} isNet={wish.figure === 'net'} />
      )}
      {list.hasNextPage ? (
        <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          {words('more', { count: list.count - list.rows.length })}
        </Button>
      ) : (
        <p className={styles.note}>{words('end')}</p>
      )}
    </div>
  );
}
