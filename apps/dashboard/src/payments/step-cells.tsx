import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Badge, type Tone } from '../ui/badge.tsx';
import type { IconName } from '../ui/icon.tsx';
import styles from './grid-cells.module.css';
import { orderOf } from './payment.ts';
import type { Step } from './step.ts';

const looks: Readonly<Record<Step['state'], { readonly tone: Tone; readonly icon: IconName }>> = {
  requested: { tone: 'neutral', icon: 'dotted-ring' },
  awaiting_approval: { tone: 'neutral', icon: 'hourglass' },
  sending: { tone: 'neutral', icon: 'dotted-ring' },
  unknown: { tone: 'unknown', icon: 'diamond-question' },
  review: { tone: 'unknown', icon: 'diamond-question' },
  succeeded: { tone: 'success', icon: 'check-disc' },
  failed: { tone: 'danger', icon: 'octagon' },
  not_executed: { tone: 'neutral', icon: 'slashed-ring' },
  cancelled: { tone: 'neutral', icon: 'slashed-ring' },
};

/** How a step ended, or where it stands. */
export function StepState({ step }: { readonly step: Step }) {
  const words = useTranslations('payments.steps.state');
  return <Badge {...looks[step.state]}>{words(step.state)}</Badge>;
}

/** What was done; it leads to the payment. */
export function StepKind({ step }: { readonly step: Step }) {
  const words = useTranslations('payments.steps');
  const parts = step.matched;
  return (
    <Link
      to="/payments/$paymentId"
      params={{ paymentId: step.paymentId }}
      tabIndex={-1}
      className={styles.orderLink}
    >
      <span className={styles.order}>{words(`kind.${step.kind}`)}</span>
      {parts.length === 0 ? null : (
        <span className={styles.found}>
          {parts.map((part) => words(`part.${part}`)).join(', ')}
        </span>
      )}
    </Link>
  );
}

/** The number of the order the step belongs to. */
export function StepOrder({ step }: { readonly step: Step }) {
  return (
    <span className={styles.order}>
      <bdi className="identifier">{orderOf(step)}</bdi>
    </span>
  );
}

/** Who did it; outside of the desk nobody is known. */
export function StepBy({ step }: { readonly step: Step }) {
  const words = useTranslations('payments.steps');
  return (
    <span className={styles.order}>
      {step.by === null ? words('outside') : <bdi>{step.by}</bdi>}
    </span>
  );
}
