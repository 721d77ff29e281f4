import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useFormat } from '../ui/use-format.ts';
import styles from './outcome-unknown.module.css';
import type { PaymentDetail } from './payment.ts';
import { useCheckPayment } from './use-check-payment.ts';

type PendingProps = {
  readonly payment: Pick<PaymentDetail, 'id'>;
  readonly pending: NonNullable<PaymentDetail['refNrChange']['pending']>;
};

/** Which reference was sent, that nobody knows whether it was taken, and what settles it. */
export function RefNrPending({ payment, pending }: PendingProps) {
  const words = useTranslations('payments.refNrChange');
  const checks = useTranslations('payments.unknown');
  const format = useFormat();
  const { to, at, quietUntil, nextCheckAt } = pending;
  const { check, isChecking, answer } = useCheckPayment(payment.id, ({ refNr }) =>
    words(refNr === to ? 'done' : 'checked'),
  );
  const time = format.shortInstant(quietUntil);

  return (
    <Notice
      tone="unknown"
      title={words('unknownTitle')}
      actions={
        <Button isPending={isChecking} onPress={check}>
          {checks(isChecking ? 'checking' : 'check')}
        </Button>
      }
    >
      <div className={styles.text}>
        <p>{words('unknown', { refNr: to, time: format.shortInstant(at) })}</p>
        <p>{quietUntil > format.now ? words('quiet', { time }) : words('again')}</p>
        <p>
          {nextCheckAt > format.now
            ? words('nextCheck', { time: format.shortInstant(nextCheckAt) })
            : words('checksNow')}
        </p>
        {answer === null ? null : (
          <p>{answer === 'checkFailed' ? checks(answer) : words('checked')}</p>
        )}
      </div>
    </Notice>
  );
}
