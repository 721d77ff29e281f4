import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { KeepSelect } from './keep-select.tsx';
import { type Keep, keepHours } from './shop-api.ts';
import { useReadAgain, useShopError } from './use-step.ts';

type RenewSecretDialogProps = {
  readonly connectionId: string;
  readonly onClose: () => void;
  readonly onMade: (secret: string) => void;
};

/** Makes a new secret; the old one signs beside it for a while. */
export function RenewSecretDialog({ connectionId, onClose, onMade }: RenewSecretDialogProps) {
  const words = useTranslations('shopApi');
  const trpc = useTRPC();
  const textOf = useShopError();
  const onSettled = useReadAgain();
  const [keep, setKeep] = useState<Keep>('day');
  const renew = useMutation(
    trpc.shopApi.renewSecret.mutationOptions({
      onSettled,
      onSuccess: ({ secret }) => onMade(secret),
    }),
  );
  return (
    <Dialog
      title={words('renewTitle')}
      isBusy={renew.isPending}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{words('cancel')}</Button>
          <Button
            tone="primary"
            isPending={renew.isPending}
            onPress={() => renew.mutate({ connectionId, keepHours: keepHours[keep] })}
          >
            {words('renewSubmit')}
          </Button>
        </>
      }
    >
      {renew.error === null ? null : (
        <Notice tone="danger" role="alert">
          {textOf(renew.error)}
        </Notice>
      )}
      <p>{words('renewText')}</p>
      <KeepSelect
        label={words('keepSecret')}
        hint={words('keepSecretHint')}
        value={keep}
        onChange={setKeep}
      />
    </Dialog>
  );
}
