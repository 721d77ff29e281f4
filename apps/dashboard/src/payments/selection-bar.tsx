import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../app/trpc.ts';
import { mostSelected, selectedRows } from '../lists/row-selection.ts';
import styles from '../lists/selection.module.css';
import { countKey } from '../lists/totals-line.tsx';
import type { UseRowSelection } from '../lists/use-row-selection.ts';
import { useAnnounce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { bulkActions } from './bulk-actions.tsx';
import type { ColumnName } from './column-names.ts';
import type { Payment } from './payment.ts';
import { type PaymentSearch, toCriteria } from './payment-search.ts';
import { SumsLine } from './sums-line.tsx';
import { sumsOf } from './sums-of.ts';

type SelectionBarProps = {
  readonly search: PaymentSearch;
  readonly columns: readonly ColumnName[] | null;
  readonly rows: readonly Payment[];
  readonly picked: UseRowSelection<Payment>;
  /** What is to be printed is being read. */
  readonly isPrintRead: boolean;
  /** Null: everything the filter finds. */
  readonly onPrint: (payments: readonly Payment[] | null) => void;
  /** Nothing is selected any more: the focus goes back to the rows. */
  readonly onLeave: () => void;
};

/** What is selected, its sums, and what can be done with it. */
export function SelectionBar(props: SelectionBarProps) {
  const { picked, rows, search } = props;
  const words = useTranslations('payments.selection');
  const totals = useTranslations('payments.totals');
  const trpc = useTRPC();
  const announce = useAnnounce();
  const { isWhole } = picked.selection;
  const isShown = isWhole || picked.count > 0;
  const all = useQuery(
    trpc.payments.totals.queryOptions(toCriteria(search), { enabled: isShown }),
  ).data;
  const matching = all === undefined ? null : totals(countKey(all), { count: all.count ?? 0 });
  const text = isWhole
    ? words('whole', { count: matching ?? '' })
    : words('count', { count: picked.count });
  useEffect(() => {
    if (isShown) announce(text);
  }, [isShown, text, announce]);
  if (!isShown) return null;

  const payments = isWhole ? null : selectedRows(picked.selection, rows);
  const clear = () => {
    props.onLeave();
    picked.clear();
  };
  return (
    <section
      className={styles.bar}
      aria-label={words('label')}
      onKeyDown={({ key }) => key === 'Escape' && clear()}
    >
      <div className={styles.what}>
        <strong>{text}</strong>
        {picked.count >= mostSelected && !isWhole ? (
          <span>{words('full', { most: mostSelected })}</span>
        ) : null}
        <div className={styles.sums}>
          <SumsLine sums={payments === null ? (all?.totals ?? []) : sumsOf(payments)} />
        </div>
      </div>
      <div className={styles.actions}>
        {isWhole || matching === null || all?.count === picked.count ? null : (
          <Button tone="quiet" size="small" onPress={picked.selectWhole}>
            {words('selectWhole', { count: matching })}
          </Button>
        )}
        {bulkActions.map(([name, Action]) => (
          <Action key={name} search={search} columns={props.columns} payments={payments} />
        ))}
        <Button size="small" isPending={props.isPrintRead} onPress={() => props.onPrint(payments)}>
          {words('print')}
        </Button>
        <Button tone="quiet" size="small" onPress={clear}>
          {words('clear')}
        </Button>
      </div>
    </section>
  );
}
