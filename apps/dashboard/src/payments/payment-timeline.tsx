import { useTranslations } from 'use-intl';
import { classNames } from '../ui/class-names.ts';
import { useFormat } from '../ui/use-format.ts';
import type { Operation, PaymentDetail, PaymentEvent } from './payment.ts';
import styles from './payment-timeline.module.css';
import { isRefundReason } from './refund-rules.ts';
import { StepIds } from './step-ids.tsx';
import { useCodeText } from './use-code-text.ts';
import { useEventText } from './use-event-text.ts';

/** Everything that happened, newest first; declined and unknown attempts are never hidden. */
export function PaymentTimeline({ payment }: { readonly payment: PaymentDetail }) {
  const words = useTranslations('payments.timeline');
  const operations = new Map(payment.operations.map((operation) => [operation.id, operation]));
  return (
    <section className={styles.section} aria-labelledby="payment-timeline">
      <h2 id="payment-timeline">{words('title')}</h2>
      {payment.events.length === 0 ? (
        <p>{words('empty')}</p>
      ) : (
        <ol className={styles.timeline}>
          {newestFirst(payment, operations).map((event) => (
            <Entry
              key={event.seq}
              event={event}
              operation={operations.get(event.operationId ?? '')}
              currency={payment.currency}
            />
          ))}
        </ol>
      )}
    </section>
  );
}

/** That a step was asked for says nothing more once the step itself is listed. */
function newestFirst(payment: PaymentDetail, operations: ReadonlyMap<string, Operation>) {
  return payment.events
    .filter(
      ({ type, operationId }) =>
        type !== 'operation-requested' || operations.get(operationId ?? '')?.state !== 'succeeded',
    )
    .toReversed();
}

type EntryProps = {
  readonly event: PaymentEvent;
  readonly operation: Operation | undefined;
  readonly currency: string;
};

function Entry({ event, operation, currency }: EntryProps) {
  const words = useTranslations('payments.timeline');
  const reasons = useTranslations('payments.reason');
  const format = useFormat();
  const eventText = useEventText();
  const codeText = useCodeText();
  const isOk = event.code === null || event.code === '00000000';
  const reason = operation?.kind === 'credit' ? operation.reason : null;

  return (
    <li className={classNames(styles.entry, styles[markOf(event.type)])}>
      <p className={styles.what}>
        {eventText(event, operation, currency)}
        {reason !== null && isRefundReason(reason) ? ` – ${reasons(reason)}` : null}
      </p>
      <p className={styles.sub}>
        <time dateTime={new Date(event.at).toISOString()}>{format.shortInstant(event.at)}</time>
        {' · '}
        {event.by === null ? words('gateway') : <bdi>{event.by}</bdi>}
        {event.code === null ? null : ` · ${words('code', { code: event.code })}`}
      </p>
      {isOk ? null : <p className={styles.why}>{codeText(event.code).join(' ')}</p>}
      {operation?.note == null ? null : (
        <p className={styles.why}>
          {words('note')}: <bdi>{operation.note}</bdi>
        </p>
      )}
      {isSaidByPerson(event.type) ? (
        <p className={styles.why}>
          {words('note')}: <bdi>{event.description}</bdi>
        </p>
      ) : (
        <StepIds event={event} refNr={operation?.refNr ?? null} />
      )}
    </li>
  );
}

/** Facts whose text a person wrote as the reason. */
function isSaidByPerson(type: string): boolean {
  return type === 'reimbursed' || type === 'ref-nr-requested';
}

const bad = new Set([
  'failed',
  'lapsed',
  'operation-declined',
  'operation-unknown',
  'ref-nr-declined',
  'ref-nr-unknown',
]);

function markOf(type: string): 'good' | 'bad' | 'open' | 'plain' {
  if (type === 'captured' || type === 'external-capture') return 'good';
  if (type === 'authorized') return 'open';
  return bad.has(type) ? 'bad' : 'plain';
}
