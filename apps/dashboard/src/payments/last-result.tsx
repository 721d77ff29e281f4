import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './money-form.module.css';
import { useLastResult } from './use-last-result.ts';

type LastResultProps = {
  /** Only the result of this payment; the list shows any and names it. */
  readonly paymentId?: string;
};

/** What the last step did, where it was started from. */
export function LastResult({ paymentId }: LastResultProps) {
  const words = useTranslations('payments');
  const { result, clear } = useLastResult();
  if (!result || (paymentId !== undefined && result.paymentId !== paymentId)) return null;
  return (
    <Notice tone="success">
      <span className={styles.result}>
        <strong>
          {paymentId === undefined ? <bdi>{result.order} · </bdi> : null}
          {result.text}
        </strong>
        <Button tone="quiet" size="small" onPress={clear}>
          {words('outcome.dismiss')}
        </Button>
      </span>
    </Notice>
  );
}
