import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { toFailure } from '../app/failure.ts';
import { useAnnounce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { useFormat } from '../ui/use-format.ts';
import styles from './totals.module.css';

const quietMs = 500;

type Totals = { readonly isExact: boolean; readonly count: number | null };
type TotalsLineProps<T extends Totals> = {
  readonly label: string;
  /** Names the filter: an exact count is shown for the one it was made for alone. */
  readonly filter: string;
  readonly quick: {
    readonly data: T | undefined;
    readonly isError: boolean;
    /** The totals of the filter before, while those of this one are on their way. */
    readonly isPlaceholderData: boolean;
  };
  readonly countExactly: () => Promise<T>;
  readonly countText: (totals: T) => string;
  /** The sums. */
  readonly children: (totals: T) => ReactNode;
};

/** Count and sums of a whole filter. Above 10,000 that much is said, and the rest on request. */
export function TotalsLine<T extends Totals>(props: TotalsLineProps<T>) {
  const { countExactly, countText, filter, quick } = props;
  const words = useTranslations('payments.totals');
  const format = useFormat();
  const announce = useAnnounce();
  const { data, isError } = quick;
  const isOld = quick.isPlaceholderData;
  // Not a query: millions are counted once for whoever asks, not again with every change.
  const exact = useMutation({
    mutationFn: async (_filter: string) => ({ totals: await countExactly(), at: format.now }),
  });
  const isMine = exact.variables === filter;
  const counted = data?.isExact === false && isMine ? exact.data : undefined;
  const shown = counted?.totals ?? data;

  const text = shown === undefined ? null : countText(shown);
  useEffect(() => {
    if (text === null || isOld) return;
    const timer = setTimeout(() => announce(text), quietMs);
    return () => clearTimeout(timer);
  }, [text, isOld, announce]);

  if (shown === undefined) {
    return <p className={styles.totals}>{words(isError ? 'unavailable' : 'counting')}</p>;
  }
  return (
    <section aria-label={props.label} className={classNames(styles.totals, isOld && styles.old)}>
      <span className={styles.count}>{text}</span>
      {props.children(shown)}
      {isOld ? <span>{words('updating')}</span> : null}
      {data?.isExact === false ? (
        <>
          {counted ? <span>{words('asOf', { time: format.time(counted.at) })}</span> : null}
          <Button
            size="small"
            isPending={isMine && exact.isPending}
            onPress={() => exact.mutate(filter)}
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

/** Which text says how many there are. */
export function countKey({ isExact, count }: Totals): 'count' | 'many' | 'moreThan' {
  if (isExact) return 'count';
  return count === null ? 'many' : 'moreThan';
}
