import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Landing } from '../lists/list-window.ts';
import { useLookedAt } from '../lists/use-looked-at.ts';
import { Button } from '../ui/button.tsx';
import { MoneyText } from '../ui/money-text.tsx';
import { orderOf } from './payment.ts';
import styles from './payment-cards.module.css';
import { When } from './payment-cells.tsx';
import { type Step, stepKey } from './step.ts';
import { StepBy, StepState } from './step-cells.tsx';

type StepCardsProps = {
  readonly rows: readonly Step[];
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly onLoadMore: () => void;
  /** Which rows are in sight. */
  readonly onLook?: (first: number, last: number) => void;
  /** The row that was asked for. */
  readonly landing?: Landing | null;
};

/** Steps on a narrow screen: real list items in the order of the grid. */
export function StepCards({
  rows,
  hasMore,
  isLoadingMore,
  onLoadMore,
  onLook,
  landing = null,
}: StepCardsProps) {
  const words = useTranslations('payments.steps');
  const list = useLookedAt(rows.length, onLook, landing);
  return (
    <>
      <ul ref={list} className={styles.cards} aria-label={words('gridLabel')}>
        {rows.map((step) => (
          <li key={stepKey(step)}>
            <Card step={step} />
          </li>
        ))}
      </ul>
      {hasMore ? (
        <Button isPending={isLoadingMore} onPress={onLoadMore}>
          {words('more')}
        </Button>
      ) : null}
    </>
  );
}

function Card({ step }: { readonly step: Step }) {
  const words = useTranslations('payments.steps');
  return (
    <article className={styles.card}>
      <div className={styles.line}>
        <Link
          to="/payments/$paymentId"
          params={{ paymentId: step.paymentId }}
          className={styles.order}
        >
          {words('ofOrder', { kind: words(`kind.${step.kind}`), order: orderOf(step) })}
        </Link>
        <span className={styles.amount}>
          <MoneyText minor={step.amount} currency={step.currency} />
        </span>
      </div>
      <div className={styles.line}>
        <StepState step={step} />
        <span className={styles.which}>
          <When at={step.at} />
        </span>
      </div>
      <div className={styles.line}>
        <span className={styles.which}>
          <StepBy step={step} />
        </span>
        {step.code === null ? null : <span className={styles.which}>{step.code}</span>}
      </div>
    </article>
  );
}
