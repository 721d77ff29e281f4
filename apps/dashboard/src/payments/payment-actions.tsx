import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { useFormat } from '../ui/use-format.ts';
import { dialogRoutes } from './dialog-routes.ts';
import type { AllowedAction, PaymentDetail } from './payment.ts';
import styles from './payment-page.module.css';
import { useOnline } from './use-online.ts';
import { useReasonText } from './use-reason-text.ts';

const tryWords = { capture: 'tryCapture', reverse: 'tryReverse', credit: 'tryCredit' } as const;

/** What this person may do, as the server says; what the role never allows is not here at all. */
export function PaymentActions({ payment }: { readonly payment: PaymentDetail }) {
  const words = useTranslations('payments.action');
  const { allowedActions } = payment;
  return (
    <section className={styles.section} aria-labelledby="payment-actions">
      <h2 id="payment-actions">{words('title')}</h2>
      {allowedActions.length === 0 ? (
        <p>{words('none')}</p>
      ) : (
        <div className={styles.actions}>
          {allowedActions.map((action) => (
            <Action
              key={action.action}
              payment={payment}
              action={action}
              isMain={action === allowedActions.find(({ allowed, reason }) => allowed && !reason)}
            />
          ))}
        </div>
      )}
    </section>
  );
}

type ActionProps = {
  readonly payment: PaymentDetail;
  readonly action: AllowedAction;
  readonly isMain: boolean;
};

function Action({ payment, action, isMain }: ActionProps) {
  const words = useTranslations('payments.action');
  const format = useFormat();
  const navigate = useNavigate();
  const reasonText = useReasonText();
  const isOnline = useOnline();
  const { allowed, reason, max } = action;
  const isTry = allowed && reason !== null;
  const why = isOnline ? (allowed ? null : reasonText(payment, action)) : words('offline');

  const open = () =>
    void navigate({
      to: dialogRoutes[action.action],
      params: { paymentId: payment.id },
      state: { canReturn: true },
    });

  return (
    <div className={styles.action}>
      <Button tone={isMain ? 'primary' : 'plain'} size="large" reason={why} onPress={open}>
        {words(isTry ? tryWords[action.action] : action.action)}
      </Button>
      {why === null ? (
        <span className={styles.upTo}>
          {words('upTo', { max: format.money(max, payment.currency) })}
          {isTry ? ` · ${reasonText(payment, action)}` : null}
        </span>
      ) : null}
    </div>
  );
}
