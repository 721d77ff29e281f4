import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { useFormat } from '../ui/use-format.ts';
import type { Operation } from './payment.ts';
import styles from './payment-page.module.css';

type Review = NonNullable<Operation['review']>;
type ReviewProposalProps = {
  readonly operation: Operation;
  readonly review: Review;
  readonly isConfirming: boolean;
  readonly isWithdrawing: boolean;
  readonly onConfirm: () => void;
  readonly onWithdraw: () => void;
  /** Null while another verdict is being written. */
  readonly onReplace: (() => void) | null;
};

/** What somebody holds for the outcome, what follows from it, and who can confirm it. */
export function ReviewProposal({
  operation,
  review,
  isConfirming,
  isWithdrawing,
  onConfirm,
  onWithdraw,
  onReplace,
}: ReviewProposalProps) {
  const words = useTranslations('payments.review');
  const format = useFormat();
  const { verdict, by, at, reason, mayConfirm } = review;
  const amount = format.money(operation.amount, operation.currency);

  return (
    <>
      <p>
        <strong>{words(`verdict.${verdict}`)}</strong>
        {' – '}
        <bdi>{by}</bdi>
        {', '}
        <time dateTime={new Date(at).toISOString()}>{format.shortInstant(at)}</time>
      </p>
      <p>
        {words('reasonGiven')} <bdi>{reason}</bdi>
      </p>
      <p>{words(`effect.${verdict}.${operation.kind}`, { amount })}</p>
      {mayConfirm ? <p>{words('confirmHint')}</p> : <p>{waitText()}</p>}
      <div className={styles.action}>
        {mayConfirm ? (
          <Button tone="primary" isPending={isConfirming} onPress={onConfirm}>
            {words(`confirm.${verdict}`)}
          </Button>
        ) : null}
        {operation.mayPropose && onReplace !== null ? (
          <Button onPress={onReplace}>{words('replace')}</Button>
        ) : null}
        {operation.mayPropose ? (
          <Button isPending={isWithdrawing} onPress={onWithdraw}>
            {words('withdraw')}
          </Button>
        ) : null}
      </div>
    </>
  );

  function waitText(): string {
    const { why, confirmableAt } = review;
    if (why === 'own-proposal-too-soon' && confirmableAt !== null) {
      return words('waitAlone', { time: format.shortInstant(confirmableAt) });
    }
    return words(why === 'own-proposal' ? 'waitOther' : 'waitApprover');
  }
}
