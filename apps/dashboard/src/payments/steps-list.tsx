import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { GridLayout } from '../lists/grid-layout.ts';
import { gridProps } from '../lists/grid-props.ts';
import { LandingNote } from '../lists/landing-note.tsx';
import type { ListColumn } from '../lists/list-column.ts';
import { ListFailed } from '../lists/list-failed.tsx';
import { ListFoot } from '../lists/list-foot.tsx';
import { ListGrid } from '../lists/list-grid.tsx';
import styles from '../lists/list-page.module.css';
import { startOf } from '../lists/list-start.ts';
import { NewerRows } from '../lists/newer-rows.tsx';
import { SearchNotes } from '../lists/search-notes.tsx';
import { mostPrinted } from '../lists/use-print.ts';
import { useRowHeight } from '../lists/use-row-height.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { useMediaQuery } from '../ui/use-media-query.ts';
import { EmptySteps } from './empty-steps.tsx';
import { type Step, stepKey } from './step.ts';
import { StepCards } from './step-cards.tsx';
import type { StepSearch } from './step-search.ts';
import { StepsSheet } from './steps-sheet.tsx';
import { useStepsList } from './use-steps-list.ts';

type StepsListProps = {
  readonly search: StepSearch;
  /** Where the list is to begin, as the address says it. */
  readonly at: string | undefined;
  readonly onGo: (at: string | undefined) => void;
  /** The visit of the page: coming back to it finds its row again. */
  readonly entry: string;
  readonly onFocusSearch: () => void;
  readonly columns: readonly ListColumn<Step>[];
  readonly layout: GridLayout;
  readonly density: 'comfortable' | 'compact';
  readonly onClear: () => void;
  /** A sheet is printed instead. */
  readonly isPrinted: boolean;
};

/** Single steps in all their states: loading, none, failed, more below, end. */
export function StepsList(props: StepsListProps) {
  const { at, columns, entry, layout, onFocusSearch, onGo, search } = props;
  const words = useTranslations('payments.steps');
  const start = startOf({ at }, search.sort);
  const list = useStepsList(search, start);
  const isNarrow = useMediaQuery('(width < 40rem)');
  const isPrinting = useMediaQuery('print') && !props.isPrinted;
  const rowHeight = useRowHeight(props.density);
  const navigate = useNavigate();
  const { rows, hasNext } = list;
  const landed = rows[list.landing?.index ?? 0];
  const found = rows.flatMap(({ matched }) => matched.map((part) => words(`part.${part}`)));

  if (list.isPending) return <Skeleton rows={12} />;
  if (list.isError && rows.length === 0) {
    return <ListFailed title={words('errorTitle')} error={list.error} onRetry={list.retry} />;
  }
  if (rows.length === 0) {
    return (
      <>
        <SearchNotes text={search.search} parts={found} />
        <EmptySteps search={search} onClear={props.onClear} />
      </>
    );
  }

  return (
    <>
      <SearchNotes text={search.search} parts={found} />
      <LandingNote
        start={start}
        landing={list.landing}
        found={landed && (search.sort === 'at' ? landed.at : landed.amount)}
        onBack={() => onGo(undefined)}
      />
      <div className={styles.tools}>
        <p>{hasNext ? words('loadedSome', { count: rows.length }) : null}</p>
        <NewerRows list={list} isGrid={!isNarrow} />
      </div>
      {isPrinting ? (
        <StepsSheet
          search={search}
          at={at}
          columns={columns}
          sheet={{ rows: rows.slice(0, mostPrinted), hasMore: hasNext, isSelection: false }}
        />
      ) : null}
      <div className={styles.replaced}>
        {isNarrow ? (
          <StepCards rows={rows} list={list} />
        ) : (
          <ListGrid
            label={words('gridLabel')}
            memory={entry}
            {...gridProps(list, onGo)}
            rowId={stepKey}
            columns={columns}
            layout={layout}
            rowHeight={rowHeight}
            onCommand={(step, { type }) => {
              if (type === 'search') onFocusSearch();
              if (type !== 'open') return;
              const params = { paymentId: step.paymentId };
              void navigate({ to: '/payments/$paymentId', params, state: { canReturn: true } });
            }}
          />
        )}
      </div>
      <ListFoot list={list} loading={words('loadingMore')} />
      {isNarrow ? null : <p className={styles.foot}>{words('keys')}</p>}
    </>
  );
}
