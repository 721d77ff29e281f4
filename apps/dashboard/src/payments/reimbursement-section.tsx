import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSession } from '../app/session.tsx';
import { Button } from '../ui/button.tsx';
import { useFormat } from '../ui/use-format.ts';
import type { PaymentDetail } from './payment.ts';
import styles from './payment-page.module.css';
import { ReimbursementForm } from './reimbursement-form.tsx';

/** What was paid back past the gateway, and the form for it once the gateway refunds no more. */
export function ReimbursementSection({ payment }: { readonly payment: PaymentDetail }) {
  const words = useTranslations('payments.reimburse');
  const format = useFormat();
  const { merchantsWith } = useSession();
  const [isOpen, setIsOpen] = useState(false);
  const { currency, merchantId, reimbursement } = payment;
  const { recorded, max } = reimbursement;
  const mayRecord = max > 0 && merchantsWith('refund').some((own) => own.merchantId === merchantId);
  if (recorded === 0 && !mayRecord) return null;

  return (
    <section className={styles.section} aria-labelledby="payment-reimbursement">
      <h2 id="payment-reimbursement">{words('title')}</h2>
      {recorded === 0 ? null : (
        <p role="status">{words('recorded', { amount: format.money(recorded, currency) })}</p>
      )}
      {!mayRecord ? null : isOpen ? (
        <ReimbursementForm payment={payment} max={max} onClose={() => setIsOpen(false)} />
      ) : (
        <>
          <p>{words('lead')}</p>
          <p>
            <Button onPress={() => setIsOpen(true)}>{words('open')}</Button>
          </p>
        </>
      )}
    </section>
  );
}
