import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../ui/button.tsx';
import type { Notification } from './notification.ts';
import styles from './notifications.module.css';

/** What may be set going again. Neither moves money: one asks the gateway, the other tells the shop. */
export function NotificationActions({ row }: { readonly row: Notification }) {
  const words = useTranslations('notifications');
  const errorText = useErrorText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const onSettled = () => queryClient.invalidateQueries(trpc.notifications.pathFilter());
  const process = useMutation(trpc.notifications.processAgain.mutationOptions({ onSettled }));
  const passOn = useMutation(trpc.notifications.passOnAgain.mutationOptions({ onSettled }));
  const { id, mayForward, mayProcess } = row;
  if (!mayProcess && !mayForward) return null;

  const what = row.payment?.name ?? row.transId ?? '';
  const error = process.error ?? passOn.error;
  return (
    <div className={styles.actions}>
      {mayProcess ? (
        <Button
          size="small"
          label={words('processOf', { what })}
          isPending={process.isPending}
          onPress={() => process.mutate({ id })}
        >
          {words('process')}
        </Button>
      ) : null}
      {mayForward ? (
        <Button
          size="small"
          label={words('passOnOf', { what })}
          isPending={passOn.isPending}
          onPress={() => passOn.mutate({ id })}
        >
          {words('passOn')}
        </Button>
      ) : null}
      <span role="status" className={styles.detail}>
        {error !== null
          ? errorText(error)
          : process.isSuccess
            ? words('processed')
            : passOn.isSuccess
              ? words('passedOn')
              : ''}
      </span>
    </div>
  );
}
