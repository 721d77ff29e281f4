import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useFormat } from '../ui/use-format.ts';
import { RenewSecretDialog } from './renew-secret-dialog.tsx';
import styles from './shop-api.module.css';
import type { ShopApi } from './shop-api.ts';
import { ShownOnce } from './shown-once.tsx';
import { useReadAgain, useShopError } from './use-step.ts';

type WebhookSectionProps = { readonly shop: ShopApi };

/** Where the shop is told what becomes of its payments, and the secret that signs it. */
export function WebhookSection({ shop }: WebhookSectionProps) {
  const words = useTranslations('shopApi');
  const format = useFormat();
  const trpc = useTRPC();
  const textOf = useShopError();
  const onSettled = useReadAgain();
  const [secret, setSecret] = useState<string | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const { connection, webhook } = shop;
  const save = useMutation(
    trpc.shopApi.saveWebhook.mutationOptions({
      onSettled,
      onSuccess: (saved) => setSecret(saved.secret ?? secret),
    }),
  );
  const { handleSubmit, register } = useForm({ defaultValues: { address: webhook.address ?? '' } });
  const submit = handleSubmit(({ address }) =>
    save.mutate({ connectionId: connection.id, address: address.trim() || null }),
  );

  return (
    <section className={styles.part} aria-labelledby="shop-webhook">
      <h2 id="shop-webhook">{words('webhook')}</h2>
      <p className={styles.lead}>{words('webhookText')}</p>
      {secret === null ? null : (
        <ShownOnce key={secret} what="secret" text={secret} onClose={() => setSecret(null)} />
      )}
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          label={words('address')}
          hint={words('addressHint')}
          type="url"
          maxLength={1000}
          autoComplete="off"
          error={save.error === null ? undefined : textOf(save.error)}
          {...register('address')}
        />
        <div className={styles.submit}>
          <Button type="submit" isPending={save.isPending}>
            {words('saveAddress')}
          </Button>
          <Button
            reason={webhook.secretSetAt === null ? words('noSecretYet') : null}
            onPress={() => setIsAsking(true)}
          >
            {words('renewSecret')}
          </Button>
          <span role="status" className={styles.saved}>
            {save.isSuccess ? words('saved') : ''}
          </span>
        </div>
        {webhook.secretSetAt === null ? null : (
          <p className={styles.detail}>
            {words('secretSet', { time: format.shortInstant(webhook.secretSetAt) })}{' '}
            {webhook.olderUntil === null
              ? null
              : words('olderUntil', { time: format.shortInstant(webhook.olderUntil) })}
          </p>
        )}
      </form>
      {isAsking ? (
        <RenewSecretDialog
          connectionId={connection.id}
          onClose={() => setIsAsking(false)}
          onMade={(made) => {
            setIsAsking(false);
            setSecret(made);
          }}
        />
      ) : null}
    </section>
  );
}
