import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { Notice } from '../ui/notice.tsx';
import type { Operation } from './payment.ts';
import styles from './payment-page.module.css';
import { ReviewForm } from './review-form.tsx';
import { ReviewProposal } from './review-proposal.tsx';
import { useReview } from './use-review.ts';

type ReviewSectionProps = {
  /** A step in state `review`. */
  readonly operation: Operation;
};

/** Where one person says what became of a step that no inquiry settles, and a second one confirms. */
export function ReviewSection({ operation }: ReviewSectionProps) {
  const words = useTranslations('payments.review');
  const errorText = useErrorText();
  const { propose, withdraw, confirm } = useReview();
  const [isReplacing, setIsReplacing] = useState(false);
  const id = useId();
  const { id: operationId, review, mayPropose } = operation;
  const error = propose.error ?? withdraw.error ?? confirm.error;
  const asksForVerdict = mayPropose && (review === null || isReplacing);

  const start = () => {
    for (const step of [propose, withdraw, confirm]) step.reset();
  };
  const isBusy = propose.isPending || withdraw.isPending || confirm.isPending;
  const press = (act: () => void) => () => {
    if (isBusy) return;
    start();
    act();
  };

  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{words('title')}</h2>
      {error === null ? null : (
        <Notice tone="danger" role="alert">
          {errorText(error, operation.currency)}
        </Notice>
      )}
      {review === null ? null : (
        <ReviewProposal
          operation={operation}
          review={review}
          isConfirming={confirm.isPending}
          isWithdrawing={withdraw.isPending}
          onConfirm={press(() => confirm.mutate({ operationId, verdict: review.verdict }))}
          onWithdraw={press(() => withdraw.mutate({ operationId }))}
          onReplace={isReplacing ? null : press(() => setIsReplacing(true))}
        />
      )}
      {asksForVerdict ? (
        <ReviewForm
          operation={operation}
          isPending={propose.isPending}
          onSubmit={(found) =>
            press(() =>
              propose.mutate({ operationId, ...found }, { onSuccess: () => setIsReplacing(false) }),
            )()
          }
        />
      ) : null}
      {review === null && !mayPropose ? <p>{words('waiting')}</p> : null}
    </section>
  );
}
