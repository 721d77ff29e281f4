import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { useSession } from '../app/session.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../ui/button.tsx';
import { MoneyText } from '../ui/money-text.tsx';
import { Notice } from '../ui/notice.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import styles from './overview.module.css';
import { orderOf, type QueuedPayment } from './overview.ts';

type UnknownOutcomesProps = { readonly payments: readonly QueuedPayment[] };

/** Steps without a clear answer. There is no way to repeat one from here, only to ask what became of it. */
export function UnknownOutcomes({ payments }: UnknownOutcomesProps) {
  const words = useTranslations('overview');
  const [said, setSaid] = useState('');
  return (
    <section aria-labelledby="unknown-outcomes" className={styles.section}>
      <h2 id="unknown-outcomes">{words('unknownQueue')}</h2>
      <Notice tone="unknown">{words('unknownLead')}</Notice>
      <p role="status" className={said === '' ? 'visually-hidden' : styles.note}>
        {said}
      </p>
      <ul className={styles.list}>
        {payments.map((payment) => (
          <li key={payment.id} className={styles.item}>
            <Link to="/payments/$paymentId" params={{ paymentId: payment.id }}>
              <bdi>{orderOf(payment)}</bdi>
            </Link>
            <StatusBadge status={payment.status} />
            <MoneyText minor={payment.authorized} currency={payment.currency} />
            <CheckStep payment={payment} onSaid={setSaid} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type CheckStepProps = {
  readonly payment: QueuedPayment;
  readonly onSaid: (text: string) => void;
};

function CheckStep({ payment, onSaid }: CheckStepProps) {
  const words = useTranslations('overview');
  const errorText = useErrorText();
  const trpc = useTRPC();
  const { can } = useSession();
  const queryClient = useQueryClient();
  const order = orderOf(payment);
  const check = useMutation(
    trpc.payments.check.mutationOptions({
      onSuccess: (answer) =>
        onSaid(words(answer.payment.status === 'unknown' ? 'checkOpen' : 'checkDone', { order })),
      onError: (error) => onSaid(`${words('checkFailed')} ${errorText(error)}`),
      onSettled: () =>
        Promise.all([
          queryClient.invalidateQueries(trpc.overview.pathFilter()),
          queryClient.invalidateQueries(trpc.payments.pathFilter()),
        ]),
    }),
  );
  if (!can('see')) return null;
  return (
    <Button
      size="small"
      label={words('checkOf', { order })}
      isPending={check.isPending}
      onPress={() => check.mutate({ paymentId: payment.id })}
    >
      {words('check')}
    </Button>
  );
}
