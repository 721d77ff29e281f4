import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { LoadError } from '../app/load-error.tsx';
import { useTRPC, useTRPCClient } from '../app/trpc.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { MoneyText } from '../ui/money-text.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useFormat } from '../ui/use-format.ts';
import { ItemTable } from './item-table.tsx';
import styles from './reconciliation.module.css';
import { type Lane, lanes, type Statement } from './statement.ts';

/** The lanes with their numbers, each of which leads to its rows. */
export function StatementItems({ statement }: { readonly statement: Statement }) {
  const words = useTranslations('reconciliation');
  const format = useFormat();
  const { lane: asked } = useSearch({ from: '/desk/reconciliation/$statementId' });
  const counted = (lane: Lane) => statement.lanes.find((one) => one.lane === lane);
  const lane =
    lanes.find((known) => known === asked) ??
    lanes.find((known) => (counted(known)?.count ?? 0) > 0) ??
    'matched';
  const list = useItems(statement, lane);
  const rows = list.data?.pages.flatMap((page) => page.rows);
  return (
    <section className={styles.lines} aria-labelledby="statement-items">
      <h2 id="statement-items">{words('comparison')}</h2>
      <ul className={styles.lanes}>
        {lanes.map((one) => {
          const { count = 0, accepted = 0, ours = 0, theirs = 0 } = counted(one) ?? {};
          return (
            <li key={one}>
              <Link
                to="/reconciliation/$statementId"
                params={{ statementId: statement.id }}
                search={{ lane: one }}
                resetScroll={false}
                activeOptions={{ exact: true }}
                className={classNames(styles.lane, one === lane && styles.chosen)}
              >
                <span>{words(`lane.${one}`)}</span>
                <span className={styles.laneCount}>{format.count(count)}</span>
                <span className={styles.detail}>
                  {one === 'differs' ? (
                    <>
                      {words('difference')} <MoneyText minor={theirs - ours} />
                    </>
                  ) : (
                    <MoneyText minor={one === 'only-ours' ? ours : theirs} />
                  )}
                </span>
                <span className={styles.detail}>
                  {words('acceptedSome', { count: accepted, shown: format.count(accepted) })}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
      <p className={styles.lead}>{words(`laneText.${lane}`)}</p>
      <LoadError query={list} />
      {rows === undefined && list.error === null ? <Skeleton rows={6} /> : null}
      {rows === undefined ? null : rows.length === 0 ? (
        <p>{words('laneEmpty')}</p>
      ) : (
        <ItemTable rows={rows} statement={statement} lane={lane} />
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

function useItems({ id, comparedAt }: Statement, lane: Lane) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const input = { statementId: id, lane, limit: 50 };
  return useInfiniteQuery({
    queryKey: [...trpc.reconciliation.items.queryKey(input), 'pages', comparedAt],
    queryFn: ({ pageParam, signal }) =>
      client.reconciliation.items.query({ ...input, after: pageParam }, { signal }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}
