import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSession } from '../app/session.tsx';
import { Button } from '../ui/button.tsx';
import type { PaymentDetail } from './payment.ts';
import styles from './payment-page.module.css';
import { RefNrForm } from './ref-nr-form.tsx';
import { RefNrPending } from './ref-nr-pending.tsx';
import { useReasonText } from './use-reason-text.ts';

/** The way to another reference, and the change of which nobody knows yet whether it was done. */
export function RefNrChange({ payment }: { readonly payment: PaymentDetail }) {
  const words = useTranslations('payments.refNrChange');
  const reasonText = useReasonText();
  const { merchantsWith } = useSession();
  const [isOpen, setIsOpen] = useState(false);
  const { merchantId, refNrChange } = payment;
  const { pending, why } = refNrChange;
  const mayChange = merchantsWith('reverse').some((own) => own.merchantId === merchantId);

  return (
    <div className={styles.section}>
      {pending === null ? null : <RefNrPending payment={payment} pending={pending} />}
      {!mayChange ? null : isOpen ? (
        <RefNrForm payment={payment} onClose={() => setIsOpen(false)} />
      ) : pending !== null && why !== null ? null : (
        <p>
          <Button
            size="small"
            reason={
              why === null
                ? null
                : reasonText(payment, { action: 'capture', allowed: false, reason: why, max: 0 })
            }
            onPress={() => setIsOpen(true)}
          >
            {words('open')}
          </Button>
        </p>
      )}
    </div>
  );
}
