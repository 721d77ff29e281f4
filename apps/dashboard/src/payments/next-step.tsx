import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { buttonClass } from '../ui/button-class.ts';
import { dialogRoutes } from './dialog-routes.ts';
import styles from './grid-cells.module.css';
import { type MoneyKind, orderOf, type Payment } from './payment.ts';

type NextStepProps = {
  readonly payment: Payment;
  /** In the grid the row has the focus and its keys do the same. */
  readonly isTabStop?: boolean;
};

/** The one next action of a payment, as the server allows it. */
export function NextStep({ payment, isTabStop = false }: NextStepProps) {
  const words = useTranslations('payments.action');
  const step = nextStepOf(payment);
  if (step === null) return null;
  return (
    <Link
      to={step === 'check' ? '/payments/$paymentId' : dialogRoutes[step]}
      params={{ paymentId: payment.id }}
      state={{ canReturn: true }}
      tabIndex={isTabStop ? undefined : -1}
      className={`${buttonClass('plain', 'small')} ${step === 'credit' ? styles.calm : ''}`}
      aria-label={words('ofOrder', { action: words(step), order: orderOf(payment) })}
    >
      {words(step)}
    </Link>
  );
}

/**
 * Unknown outcomes come first, then what moves the payment on. A reversal and a late try are never
 * pushed: they are in the detail.
 */
function nextStepOf(payment: Payment): 'capture' | 'credit' | 'check' | null {
  if (payment.status === 'unknown') return 'check';
  const isOpen = (step: MoneyKind) =>
    payment.allowedActions.some(
      ({ action, allowed, reason }) => action === step && allowed && reason === null,
    );
  if (isOpen('capture')) return 'capture';
  return isOpen('credit') ? 'credit' : null;
}
