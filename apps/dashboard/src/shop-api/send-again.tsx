import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../ui/button.tsx';
import styles from './shop-api.module.css';
import type { ShopEvent } from './shop-api.ts';
import { useReadAgain, useShopError } from './use-step.ts';

/** Tells the shop the same once more, under the same id. */
export function SendAgain({ event }: { readonly event: ShopEvent }) {
  const words = useTranslations('shopApi');
  const trpc = useTRPC();
  const textOf = useShopError();
  const onSettled = useReadAgain();
  const send = useMutation(trpc.shopApi.sendAgain.mutationOptions({ onSettled }));
  return (
    <div className={styles.actions}>
      <Button
        size="small"
        label={words('sendAgainOf', { what: `${event.transId} ${event.type}` })}
        isPending={send.isPending}
        onPress={() => send.mutate({ eventId: event.id })}
      >
        {words('sendAgain')}
      </Button>
      <span role="status" className={styles.detail}>
        {send.error ? textOf(send.error) : send.isSuccess ? words('sentAgain') : ''}
      </span>
    </div>
  );
}
