import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { LoadError } from '../app/load-error.tsx';
import { useTRPC, useTRPCClient } from '../app/trpc.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { useFormat } from '../ui/use-format.ts';
import { doneOf, type HistoryImport, lineStates } from './import.ts';
import { ImportLineTable } from './import-line-table.tsx';
import styles from './imports.module.css';

/** Every line with what became of it; each number above leads to its lines. */
export function ImportLines({ made }: { readonly made: HistoryImport }) {
  const words = useTranslations('imports');
  const format = useFormat();
  const { show } = useSearch({ from: '/desk/imports/$importId' });
  const state = lineStates.find((known) => known === show);
  const list = useLines(made, state);
  const rows = list.data?.pages.flatMap((page) => page.rows);
  const { counts } = made;
  return (
    <section className={styles.lines} aria-labelledby="import-lines">
      <h2 id="import-lines">{words('linesTitle')}</h2>
      <ul className={styles.counts}>
        <li>
          <Link
            to="/imports/$importId"
            params={{ importId: made.id }}
            search={{}}
            activeOptions={{ exact: true }}
            className={classNames(styles.count, state === undefined && styles.chosen)}
          >
            {words('all')} <span>{format.count(made.lines)}</span>
          </Link>
        </li>
        {lineStates
          .filter((one) => counts[one] > 0)
          .map((one) => (
            <li key={one}>
              <Link
                to="/imports/$importId"
                params={{ importId: made.id }}
                search={{ show: one }}
                activeOptions={{ exact: true }}
                className={classNames(styles.count, state === one && styles.chosen)}
              >
                {words(`lineState.${one}`)} <span>{format.count(counts[one])}</span>
              </Link>
            </li>
          ))}
      </ul>
      <LoadError query={list} />
      {rows === undefined && list.error === null ? <Skeleton rows={6} /> : null}
      {rows === undefined ? null : rows.length === 0 ? (
        <p className={styles.lead}>{words('noneOfState')}</p>
      ) : (
        <ImportLineTable rows={rows} />
      )}
      {list.hasNextPage ? (
        <p>
          <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
            {words('more')}
          </Button>
        </p>
      ) : null}
    </section>
  );
}

function useLines(made: HistoryImport, state: (typeof lineStates)[number] | undefined) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const input = {
    importId: made.id,
    limit: 50,
    ...(state === undefined ? {} : { states: [state] }),
  };
  return useInfiniteQuery({
    // What the lines say changes with every answer.
    queryKey: [...trpc.imports.lines.queryKey(input), 'pages', doneOf(made)],
    queryFn: ({ pageParam, signal }) =>
      client.imports.lines.query({ ...input, after: pageParam }, { signal }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}
