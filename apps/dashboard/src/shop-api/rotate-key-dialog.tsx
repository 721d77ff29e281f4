import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { KeepSelect } from './keep-select.tsx';
import { type Keep, keepHours, type ShopKey } from './shop-api.ts';
import { useReadAgain, useShopError } from './use-step.ts';

type RotateKeyDialogProps = {
  readonly shopKey: ShopKey;
  readonly onClose: () => void;
  readonly onMade: (token: string) => void;
};

/** Makes a key in the place of another, which goes on for a while. */
export function RotateKeyDialog({ shopKey, onClose, onMade }: RotateKeyDialogProps) {
  const words = useTranslations('shopApi');
  const trpc = useTRPC();
  const textOf = useShopError();
  const onSettled = useReadAgain();
  const [keep, setKeep] = useState<Keep>('day');
  const rotate = useMutation(
    trpc.shopApi.rotateKey.mutationOptions({ onSettled, onSuccess: ({ token }) => onMade(token) }),
  );
  return (
    <Dialog
      title={words('rotateTitle', { name: shopKey.name })}
      isBusy={rotate.isPending}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{words('cancel')}</Button>
          <Button
            tone="primary"
            isPending={rotate.isPending}
            onPress={() => rotate.mutate({ keyId: shopKey.id, keepHours: keepHours[keep] })}
          >
            {words('rotateSubmit')}
          </Button>
        </>
      }
    >
      {rotate.error === null ? null : (
        <Notice tone="danger" role="alert">
          {textOf(rotate.error)}
        </Notice>
      )}
      <p>{words('rotateText')}</p>
      <KeepSelect
        label={words('keepKey')}
        hint={words('keepKeyHint')}
        value={keep}
        onChange={setKeep}
      />
    </Dialog>
  );
}
