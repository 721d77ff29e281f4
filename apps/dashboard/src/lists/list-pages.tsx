import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { toFailure } from '../app/failure.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { LandingNote } from './landing-note.tsx';
import { ListFailed } from './list-failed.tsx';
import styles from './list-page.module.css';
import type { PagePosition } from './list-start.ts';
import type { ListStart } from './read-window.ts';

type ListPagesProps<Row> = {
  readonly page: {
    readonly data:
      | {
          readonly rows: readonly Row[];
          readonly nextCursor: string | null;
          readonly prevCursor: string | null;
        }
      | undefined;
    readonly error: unknown;
    readonly isPlaceholderData: boolean;
    readonly start: ListStart;
    readonly refetch: () => unknown;
  };
  readonly position: PagePosition;
  readonly onPosition: (position: PagePosition) => void;
  /** What a row has in the order of the list. */
  readonly valueOf: (row: Row) => number | null;
  readonly errorTitle: string;
  readonly empty: ReactNode;
  readonly children: (rows: readonly Row[]) => ReactNode;
};

/** A list page by page in all its states: loading, none, failed, a page of another list, one page. */
export function ListPages<Row>(props: ListPagesProps<Row>) {
  const { onPosition, page } = props;
  const words = useTranslations('payments.pages');
  const { data, error } = page;
  const failure = error === null ? null : toFailure(error);

  if (failure?.type === 'bad-input' && failure.fields.some(({ field }) => field === 'cursor')) {
    return (
      <Notice
        tone="warning"
        role="alert"
        title={words('lost')}
        actions={<Button onPress={() => onPosition({})}>{words('toFirst')}</Button>}
      >
        {words('lostText')}
      </Notice>
    );
  }
  if (data === undefined) {
    if (error === null) return <Skeleton rows={12} />;
    return (
      <ListFailed title={props.errorTitle} error={error} onRetry={() => void page.refetch()} />
    );
  }
  const { nextCursor, prevCursor, rows } = data;
  if (rows.length === 0 && prevCursor === null) return props.empty;
  const key = JSON.stringify(props.position);
  return (
    <>
      <LandingNote
        start={page.start}
        landing={page.isPlaceholderData ? null : { key, isBeyond: rows.length === 0 }}
        found={rows[0] && props.valueOf(rows[0])}
        onBack={() => onPosition({})}
      />
      {props.children(rows)}
      <nav className={styles.pager} aria-label={words('label')}>
        <Button onPress={() => onPosition({})}>{words('toFirst')}</Button>
        <Button
          reason={prevCursor === null ? words('first') : null}
          isPending={page.isPlaceholderData}
          onPress={() => prevCursor !== null && onPosition({ before: prevCursor })}
        >
          {words('previous')}
        </Button>
        <Button
          reason={nextCursor === null ? words('last') : null}
          isPending={page.isPlaceholderData}
          onPress={() => nextCursor !== null && onPosition({ after: nextCursor })}
        >
          {words('next')}
        </Button>
        <Button onPress={() => onPosition({ at: 'end' })}>{words('toLast')}</Button>
      </nav>
    </>
  );
}
