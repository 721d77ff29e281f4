import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { toFailure } from '../app/failure.ts';
import { useTRPC } from '../app/trpc.ts';
import { useAnnounce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './outcome-unknown.module.css';
import type { PaymentDetail } from './payment.ts';
import { refNrProblem } from './ref-nr.ts';
import { RefNrField } from './ref-nr-field.tsx';
import { noteMaxLength } from './refund-rules.ts';
import { useCodeText } from './use-code-text.ts';

type Fields = { to: string; reason: string };
type FormProps = { readonly payment: PaymentDetail; readonly onClose: () => void };

/** Sends another reference of a payment to the gateway. What was typed stays after every refusal. */
export function RefNrForm({ payment, onClose }: FormProps) {
  const words = useTranslations('payments.refNrChange');
  const rules = useTranslations('payments.capture');
  const errorText = useErrorText();
  const codeText = useCodeText();
  const announce = useAnnounce();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { id: paymentId, refNr: from, refNrChange } = payment;
  const key = useRef({ sent: '', value: '' });
  const { control, formState, handleSubmit, register, setValue } = useForm<Fields>({
    defaultValues: { to: refNrChange.pending?.to ?? '', reason: '' },
  });
  const change = useMutation(
    trpc.payments.changeRefNr.mutationOptions({
      networkMode: 'always',
      retry: false,
      onSuccess: (changed) => {
        if (declinedCode(changed) !== null) {
          // Another try is another wish.
          key.current = { sent: '', value: '' };
          return;
        }
        announce(words(changed.refNrChange.pending === null ? 'done' : 'unknownTitle'));
        onClose();
      },
      onSettled: () => queryClient.invalidateQueries(trpc.payments.pathFilter()),
    }),
  );
  const typed = useWatch({ control, name: 'to' });
  const submit = handleSubmit((fields) => {
    if (change.isPending) return;
    const wish = { paymentId, from, to: fields.to.trim(), reason: fields.reason.trim() };
    // A changed wish is another one; the same one sent again is the same.
    const sent = JSON.stringify(wish);
    if (key.current.sent !== sent) key.current = { sent, value: crypto.randomUUID() };
    change.mutate({ ...wish, key: key.current.value });
  });
  const checkTo = (text: string) => {
    const problem = refNrProblem(text.trim());
    if (problem !== null) return rules(problem);
    const isSame = text.trim() === from && refNrChange.pending === null;
    return isSame ? words('same') : text.trim() !== '' || words('missing');
  };
  const code = change.data === undefined ? null : declinedCode(change.data);
  const isSame = change.error !== null && toFailure(change.error).type === 'bad-input';
  const { errors } = formState;

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className={styles.text}>
      <p>{words('lead')}</p>
      <RefNrField
        label={words('to')}
        value={typed}
        error={errors.to?.message}
        onUse={(suggestion) => setValue('to', suggestion, { shouldValidate: true })}
        input={register('to', { validate: checkTo })}
      />
      <TextField
        label={words('reason')}
        hint={words('reasonHint')}
        maxLength={noteMaxLength}
        autoComplete="off"
        error={errors.reason && words('reasonMissing')}
        {...register('reason', { validate: (text) => text.trim() !== '' })}
      />
      {change.error === null ? null : (
        <Notice tone="danger" role="alert">
          {isSame ? words('same') : errorText(change.error)}
        </Notice>
      )}
      {code === null ? null : (
        <Notice tone="danger" role="alert" title={words('declined', { code })}>
          {codeText(code).join(' ')}
        </Notice>
      )}
      <p>
        <Button tone="primary" type="submit" isPending={change.isPending}>
          {words('submit')}
        </Button>{' '}
        <Button onPress={onClose}>{words('back')}</Button>
      </p>
    </form>
  );
}

/** The code with which the gateway said no to the change just sent, or null. */
function declinedCode({ events }: PaymentDetail): string | null {
  const last = events.findLast(({ type }) => type.startsWith('ref-nr-'));
  return last?.type === 'ref-nr-declined' ? (last.code ?? '') : null;
}
