import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Section } from '../ui/section.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useToast } from '../ui/toast.tsx';
import { useFormat } from '../ui/use-format.ts';
import type { LinkDetail } from './link.ts';
import styles from './links.module.css';
import { useLinkError } from './use-link-error.ts';

type MailLinkProps = { readonly link: LinkDetail; readonly isPayable: boolean };

/** Sends a link by e-mail, and says what became of every mail that carried it. */
export function MailLink({ link, isPayable }: MailLinkProps) {
  const words = useTranslations('links');
  if (!isPayable && link.mails.length === 0) return null;
  return (
    <Section title={words('section.mail')}>
      {isPayable ? <MailForm link={link} /> : null}
      <Mails link={link} />
    </Section>
  );
}

function MailForm({ link }: { readonly link: LinkDetail }) {
  const words = useTranslations('links');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const { fieldsOf, textOf } = useLinkError();
  const key = useRef(crypto.randomUUID());
  const form = useForm({ defaultValues: { recipient: '', note: '' } });
  const send = useMutation(
    trpc.links.sendMail.mutationOptions({
      onSuccess: async () => {
        key.current = crypto.randomUUID();
        form.reset();
        toast.show(words('mailQueued'));
        await queryClient.invalidateQueries(trpc.links.get.pathFilter());
      },
    }),
  );
  const { setError } = form;
  useEffect(() => {
    const wrong = fieldsOf(send.error).find(({ field }) => field === 'recipient');
    if (wrong !== undefined) setError('recipient', { message: wrong.text }, { shouldFocus: true });
  }, [send.error]);

  const submit = form.handleSubmit(({ recipient, note }) =>
    send.mutate({ linkId: link.id, recipient: recipient.trim(), note, key: key.current }),
  );
  return (
    <form onSubmit={(event) => void submit(event)} className={styles.form} noValidate>
      {send.error === null || form.formState.errors.recipient ? null : (
        <Notice tone="danger" role="alert">
          {textOf(send.error)}
        </Notice>
      )}
      <TextField
        label={words('mailTo')}
        type="email"
        maxLength={254}
        autoComplete="off"
        error={form.formState.errors.recipient?.message}
        {...form.register('recipient', {
          pattern: { value: /^\s*\S+@\S+\.\S+\s*$/, message: words('refused.email-shape') },
          required: words('refused.email-shape'),
        })}
      />
      <TextField label={words('mailNote')} maxLength={1000} {...form.register('note')} />
      <div>
        <Button
          type="submit"
          isPending={send.isPending}
          reason={link.mailConfigured ? null : words('mailMissing')}
        >
          {words('mailSend')}
        </Button>
      </div>
    </form>
  );
}

function Mails({ link: { mails } }: { readonly link: LinkDetail }) {
  const words = useTranslations('links');
  const format = useFormat();
  if (mails.length === 0) return null;
  return (
    <ul aria-label={words('mailsLabel')}>
      {mails.map((mail) => (
        <li key={mail.id}>
          <bdi>{mail.recipient}</bdi> · {words(`mailState.${mail.state}`)} ·{' '}
          {format.shortInstant(mail.sentAt ?? mail.createdAt)}
          {mail.nextTryAt === null || mail.said === null ? null : (
            <span className={styles.detail}>
              {words('mailNext', { when: format.relative(mail.nextTryAt) })}
            </span>
          )}
          {mail.said === null ? null : <bdi className={styles.detail}>{mail.said}</bdi>}
        </li>
      ))}
    </ul>
  );
}
