import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useFormat } from '../ui/use-format.ts';
import styles from './outcome-unknown.module.css';
import type { Operation } from './payment.ts';
import { useCheckPayment } from './use-check-payment.ts';

type OutcomeUnknownProps = {
  /** The step whose outcome nobody knows: state `unknown` or `review`. */
  readonly operation: Operation;
};

const warnings = {
  capture: 'dontRepeat',
  credit: 'dontRepeatCredit',
  reversal: 'dontRepeatReversal',
} as const;

/** What was intended, what is not known, what not to do, and what happens next. There is no way to repeat it. */
export function OutcomeUnknown({ operation }: OutcomeUnknownProps) {
  const words = useTranslations('payments.unknown');
  const format = useFormat();
  const { check, isChecking, answer } = useCheckPayment(operation.paymentId);

  const amount = format.money(operation.amount, operation.currency);
  const action = words(operation.closeRest ? 'captureClosing' : operation.kind, { amount });
  const isReview = operation.state === 'review';
  const at = (instant: number) => format.shortInstant(instant);

  return (
    <Notice
      tone="unknown"
      title={words('title')}
      actions={
        <Button isPending={isChecking} onPress={check}>
          {words(isChecking ? 'checking' : 'check')}
        </Button>
      }
    >
      <div className={styles.text}>
        <p>
          {operation.sentAt === null
            ? words('sentUnknown', { action })
            : words('sent', { action, time: at(operation.sentAt) })}{' '}
          <strong>{words(warnings[operation.kind])}</strong>
        </p>
        {isReview ? <p>{words('review')}</p> : <NextCheck operation={operation} />}
        <p>{words('by', { who: operation.by })}</p>
        <Evidence operation={operation} />
        {answer === null ? null : <p>{words(answer)}</p>}
      </div>
    </Notice>
  );
}

function NextCheck({ operation }: OutcomeUnknownProps) {
  const words = useTranslations('payments.unknown');
  const format = useFormat();
  const { nextCheckAt, quietUntil } = operation;
  return (
    <p>
      {nextCheckAt === null || nextCheckAt <= format.now
        ? words('nextSoon')
        : words('next', { time: format.shortInstant(nextCheckAt) })}
      {quietUntil === null || quietUntil <= format.now
        ? null
        : ` ${words('quiet', { time: format.shortInstant(quietUntil) })}`}
    </p>
  );
}

function Evidence({ operation }: OutcomeUnknownProps) {
  const words = useTranslations('payments.unknown');
  const verdicts = useTranslations('payments.verdict');
  const format = useFormat();
  const amount = (minor: number | null) =>
    minor === null ? '–' : format.money(minor, operation.currency);
  return (
    <>
      <h3>{words('evidence')}</h3>
      {operation.evidence.length === 0 ? (
        <p>{words('noEvidence')}</p>
      ) : (
        <ul className={styles.evidence}>
          {operation.evidence.map((piece) => (
            <li key={piece.at}>
              <time dateTime={new Date(piece.at).toISOString()}>
                {format.shortInstant(piece.at)}
              </time>{' '}
              <strong>{verdicts(piece.verdict)}</strong>
              {piece.amountAuth === null && piece.amountCap === null ? null : (
                <span className={styles.figures}>
                  {words('figures', {
                    auth: amount(piece.amountAuth),
                    cap: amount(piece.amountCap),
                    cred: amount(piece.amountCred),
                  })}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
