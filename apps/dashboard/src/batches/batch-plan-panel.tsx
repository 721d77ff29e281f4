import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { MoneyText } from '../ui/money-text.tsx';
import { Notice } from '../ui/notice.tsx';
import { useFormat } from '../ui/use-format.ts';
import type { BatchPlan, BatchWish } from './batch.ts';
import styles from './batches.module.css';
import { useObstacleText } from './use-obstacle-text.ts';

type BatchPlanPanelProps = {
  readonly plan: BatchPlan;
  readonly kind: BatchWish['kind'];
  readonly isPending: boolean;
  readonly onCreate: () => void;
};

/** What would stand in the file, its first lines, and what cannot and why. */
export function BatchPlanPanel({ plan, kind, isPending, onCreate }: BatchPlanPanelProps) {
  const words = useTranslations('batches');
  const format = useFormat();
  const obstacle = useObstacleText();
  return (
    <section id="batch-plan" className={styles.panel} aria-label={words('planLabel')}>
      <p>
        <strong>{words('records', { count: plan.records })}</strong> ·{' '}
        <MoneyText minor={plan.sum} /> · {words('version', { version: plan.version })} ·{' '}
        {words('answerBy', { when: format.instant(plan.answerBy) })}
      </p>
      {kind === 'credit' ? null : <p>{words('wholeOnly')}</p>}
      {plan.records === 0 ? null : (
        <pre className={styles.lines}>
          <code>
            {[
              plan.head,
              ...plan.lines,
              ...(plan.records > plan.lines.length ? ['…'] : []),
              plan.foot,
            ].join('\n')}
          </code>
        </pre>
      )}
      {plan.obstacles.map(({ reason, count, payments }) => (
        <Notice key={reason} tone="warning">
          <p>
            {words('cannot', { count })} {obstacle(reason)}
          </p>
          <ul className={styles.results}>
            {payments.map(({ id, refNr, transId }) => (
              <li key={id}>
                <Link to="/payments/$paymentId" params={{ paymentId: id }}>
                  <bdi>{refNr ?? transId}</bdi>
                </Link>
              </li>
            ))}
            {count > payments.length ? (
              <li>{words('furtherPayments', { count: count - payments.length })}</li>
            ) : null}
          </ul>
        </Notice>
      ))}
      <div className={styles.actions}>
        <Button
          tone="primary"
          isPending={isPending}
          reason={plan.records === 0 ? words('nothing') : null}
          onPress={onCreate}
        >
          {words('create', { sum: format.money(plan.sum) })}
        </Button>
      </div>
    </section>
  );
}
