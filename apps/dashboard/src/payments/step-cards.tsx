import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { RowCards } from '../lists/row-cards.tsx';
import type { Rows } from '../lists/use-rows.ts';
import { MoneyText } from '../ui/money-text.tsx';
import { orderOf } from './payment.ts';
import styles from './payment-cards.module.css';
import { When } from './payment-cells.tsx';
import { type Step, stepKey } from './step.ts';
import { StepBy, StepState } from './step-cells.tsx';

type StepCardsProps = {
  readonly rows: readonly Step[];
  /** Where the rows are read as somebody goes on. */
  readonly list?: Rows<Step>;
};

/** Steps on a narrow screen: real list items in the order of the grid. */
export function StepCards(props: StepCardsProps) {
  const words = useTranslations('payments.steps');
  return (
    <RowCards
      {...props}
      label={words('gridLabel')}
      more={words('more')}
      rowId={stepKey}
      card={(step) => <Card step={step} />}
    />
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
