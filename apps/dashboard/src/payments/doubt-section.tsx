import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { useSession } from '../app/session.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useFormat } from '../ui/use-format.ts';
import styles from './outcome-unknown.module.css';
import type { Payment } from './payment.ts';
import { noteMaxLength } from './refund-rules.ts';
import { useCheckPayment } from './use-check-payment.ts';

type DoubtSectionProps = {
  /** One whose figures a person has to look at before money moves again. */
  readonly payment: Payment & { readonly doubt: NonNullable<Payment['doubt']> };
};

/** Why no money moves on a payment, what the gateway states now, and how a person takes that for true. */
export function DoubtSection({ payment }: DoubtSectionProps) {
  const words = useTranslations('payments.doubt');
  const unknown = useTranslations('payments.unknown');
  const format = useFormat();
  const { merchantsWith } = useSession();
  const { check, isChecking, answer } = useCheckPayment(payment.id);
  const { authorized, captured, currency, doubt, merchantId, refunded } = payment;
  const mayAccept = merchantsWith('approve').some((at) => at.merchantId === merchantId);
  const money = (minor: number) => format.money(minor, currency);
  return (
    <Notice
      tone="unknown"
      title={words('title')}
      actions={
        <Button isPending={isChecking} onPress={check}>
          {unknown(isChecking ? 'checking' : 'check')}
        </Button>
      }
    >
      <div className={styles.text}>
        <p>{words(doubt)}</p>
        <p>
          {words('figures')}{' '}
          {unknown('figures', {
            auth: money(authorized),
            cap: money(captured),
            cred: money(refunded),
          })}
        </p>
        <p>
          <strong>{words('effect')}</strong>
        </p>
        {answer === null ? null : <p>{words(answer === 'checked' ? 'checked' : 'checkFailed')}</p>}
        {mayAccept ? <AcceptForm payment={payment} /> : <p>{words('waiting')}</p>}
      </div>
    </Notice>
  );
}

function AcceptForm({ payment }: { readonly payment: Payment }) {
  const words = useTranslations('payments.doubt');
  const errorText = useErrorText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const accept = useMutation(
    trpc.payments.acceptFigures.mutationOptions({
      networkMode: 'always',
      retry: false,
      onSettled: () =>
        Promise.all([
          queryClient.invalidateQueries(trpc.payments.pathFilter()),
          queryClient.invalidateQueries(trpc.operations.pathFilter()),
        ]),
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsMissing(reason.trim() === '');
    if (reason.trim() === '' || accept.isPending) return;
    const { id: paymentId, version } = payment;
    accept.mutate({ paymentId, version, reason: reason.trim() });
  };
  return (
    <form onSubmit={submit} noValidate className={styles.text}>
      <TextField
        label={words('reason')}
        hint={words('reasonHint')}
        error={isMissing ? words('reasonMissing') : undefined}
        maxLength={noteMaxLength}
        autoComplete="off"
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      {accept.error === null ? null : <p role="alert">{errorText(accept.error)}</p>}
      <p>
        <Button type="submit" isPending={accept.isPending}>
          {words('accept')}
        </Button>
      </p>
    </form>
  );
}
