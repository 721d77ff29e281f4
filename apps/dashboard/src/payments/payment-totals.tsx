import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { toFailure } from '../app/failure.ts';
import { useTRPC, useTRPCClient } from '../app/trpc.ts';
import { useAnnounce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { useFormat } from '../ui/use-format.ts';
import { type PaymentSearch, toCriteria } from './payment-search.ts';
import styles from './payment-totals.module.css';

const quietMs = 500;
const sums = ['authorized', 'captured', 'refunded', 'remaining'] as const;

/** Count and sums of the whole filter. Above 10,000 that much is said, and the rest on request. */
export function PaymentTotals({ search }: { readonly search: PaymentSearch }) {
  const words = useTranslations('payments.totals');
  const format = useFormat();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const announce = useAnnounce();
  const criteria = toCriteria(search);
  const options = trpc.payments.totals.queryOptions(criteria, {
    placeholderData: keepPreviousData,
  });
  const quick = useQuery(options);
  const { data, isError } = quick;
  /** The totals of the filter before, while those of this one are on their way. */
  const isOld: boolean = quick.isPlaceholderData;
  // Not a query: millions are counted once for whoever asks, not again with every change.
  const exact = useMutation({
    mutationFn: async (asked: typeof criteria) => ({
      ...(await client.payments.totals.query({ ...asked, exact: true })),
      at: format.now,
    }),
  });
  const isMine = JSON.stringify(exact.variables) === JSON.stringify(criteria);
  const counted = data?.isExact === false && isMine ? exact.data : undefined;
  const shown = counted ?? data;

  const count = shown?.count ?? null;
  const text = shown === undefined ? null : words(countKey(shown), { count: count ?? 0 });
  useEffect(() => {
    if (text === null || isOld) return;
    const timer = setTimeout(() => announce(text), quietMs);
    return () => clearTimeout(timer);
  }, [text, isOld, announce]);

  if (text === null) return <p className={styles.totals}>{isError ? '' : words('counting')}</p>;
  return (
    <section aria-label={words('label')} className={classNames(styles.totals, isOld && styles.old)}>
      <span className={styles.count}>{text}</span>
      {shown?.totals.map((one) => (
        <dl key={one.currency} className={styles.sums}>
          {sums.map((name) => (
            <div key={name} className={styles.sum}>
              <dt>{words(name)}</dt>
              <dd>{format.money(one[name], one.currency)}</dd>
            </div>
          ))}
        </dl>
      ))}
      {isOld ? <span>{words('updating')}</span> : null}
      {data?.isExact === false ? (
        <>
          {counted ? <span>{words('asOf', { time: format.time(counted.at) })}</span> : null}
          <Button
            size="small"
            isPending={isMine && exact.isPending}
            onPress={() => exact.mutate(criteria)}
          >
            {words(counted ? 'again' : 'exact')}
          </Button>
        </>
      ) : null}
      {isMine && exact.isError ? (
        <span role="alert">
          {words(toFailure(exact.error).type === 'too-many' ? 'busy' : 'tooLong')}
        </span>
      ) : null}
    </section>
  );
}

function countKey({
  isExact,
  count,
}: {
  readonly isExact: boolean;
  readonly count: number | null;
}) {
  if (isExact) return 'count';
  return count === null ? 'many' : 'moreThan';
}
