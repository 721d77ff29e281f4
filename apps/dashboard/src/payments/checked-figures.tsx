import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { useFormat } from '../ui/use-format.ts';
import styles from './checked-figures.module.css';
import type { PaymentDetail } from './payment.ts';
import { useCheckPayment } from './use-check-payment.ts';

type CheckedFiguresProps = { readonly payment: PaymentDetail };

/**
 * When the gateway was last asked for its figures, and "Check now". While something of the payment is
 * in doubt, the notice that says so has the button: one question, one place to ask it.
 */
export function CheckedFigures({ payment }: CheckedFiguresProps) {
  const words = useTranslations('payments.detail');
  const format = useFormat();
  const { checkedAt } = payment;
  return (
    <div className={styles.checked}>
      <p>
        {checkedAt === null
          ? words('neverChecked')
          : words('checkedAt', { time: format.shortInstant(checkedAt) })}
      </p>
      {isAskedElsewhere(payment) ? null : <CheckNow payment={payment} />}
    </div>
  );
}

function CheckNow({ payment }: CheckedFiguresProps) {
  const words = useTranslations('payments.detail');
  const checks = useTranslations('payments.unknown');
  const [asked, setAsked] = useState(payment.version);
  const tell = (version: number) => words(version === asked ? 'checkedSame' : 'checkedNew');
  const { check, isChecking, answer, checked } = useCheckPayment(payment.id, ({ version }) =>
    tell(version),
  );
  return (
    <>
      <Button
        isPending={isChecking}
        onPress={() => {
          setAsked(payment.version);
          check();
        }}
      >
        {isChecking ? checks('checking') : words('checkNow')}
      </Button>
      <p>
        {answer === 'checkFailed'
          ? checks('checkFailed')
          : checked === null
            ? words('checkNowText')
            : tell(checked.version)}
      </p>
    </>
  );
}

function isAskedElsewhere({ doubt, operations, refNrChange }: PaymentDetail): boolean {
  const isOpen = operations.some(({ state }) => state === 'unknown' || state === 'review');
  return isOpen || doubt !== null || refNrChange.pending !== null;
}
