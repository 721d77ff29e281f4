import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../ui/button.tsx';
import type { Notification } from './notification.ts';
import styles from './notifications.module.css';

type RowProps = { readonly row: Notification };

/** Asks the gateway once more about the payment. It moves no money. */
export function ProcessAgain({ row }: RowProps) {
  const words = useTranslations('notifications');
  const trpc = useTRPC();
  const onSettled = useReadAgain();
  const process = useMutation(trpc.notifications.processAgain.mutationOptions({ onSettled }));
  if (!row.mayProcess) return null;
  return (
    <Again
      text={words('process')}
      label={words('processOf', { what: nameOf(row) })}
      done={words('processed')}
      step={process}
      onPress={() => process.mutate({ id: row.id })}
    />
  );
}

/** Tells the shop once more. */
export function PassOnAgain({ row }: RowProps) {
  const words = useTranslations('notifications');
  const trpc = useTRPC();
  const onSettled = useReadAgain();
  const passOn = useMutation(trpc.notifications.passOnAgain.mutationOptions({ onSettled }));
  if (!row.mayForward) return null;
  return (
    <Again
      text={words('passOn')}
      label={words('passOnOf', { what: nameOf(row) })}
      done={words('passedOn')}
      step={passOn}
      onPress={() => passOn.mutate({ id: row.id })}
    />
  );
}

type AgainProps = {
  readonly text: string;
  readonly label: string;
  readonly done: string;
  readonly step: {
    readonly isPending: boolean;
    readonly isSuccess: boolean;
    readonly error: unknown;
  };
  readonly onPress: () => void;
};

function Again({ text, label, done, step, onPress }: AgainProps) {
  const errorText = useErrorText();
  return (
    <div className={styles.actions}>
      <Button size="small" label={label} isPending={step.isPending} onPress={onPress}>
        {text}
      </Button>
      <span role="status" className={styles.detail}>
        {step.error ? errorText(step.error) : step.isSuccess ? done : ''}
      </span>
    </div>
  );
}

function useReadAgain() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries(trpc.notifications.pathFilter());
}

function nameOf({ payment, transId }: Notification): string {
  return payment?.name ?? transId ?? '';
}
