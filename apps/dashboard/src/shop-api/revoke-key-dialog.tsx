import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../app/trpc.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { useFormat } from '../ui/use-format.ts';
import type { ShopKey } from './shop-api.ts';
import { useReadAgain, useShopError } from './use-step.ts';

type RevokeKeyDialogProps = { readonly shopKey: ShopKey; readonly onClose: () => void };

/** Ends a key, after saying what that means for a shop that still uses it. */
export function RevokeKeyDialog({ shopKey, onClose }: RevokeKeyDialogProps) {
  const words = useTranslations('shopApi');
  const format = useFormat();
  const trpc = useTRPC();
  const textOf = useShopError();
  const onSettled = useReadAgain();
  const revoke = useMutation(
    trpc.shopApi.revokeKey.mutationOptions({ onSettled, onSuccess: onClose }),
  );
  const { lastUsedAt, name } = shopKey;
  return (
    <ConfirmDialog
      title={words('revokeTitle', { name })}
      back={words('cancel')}
      submit={words('revokeSubmit')}
      isPending={revoke.isPending}
      onClose={onClose}
      onConfirm={() => revoke.mutate({ keyId: shopKey.id })}
    >
      {revoke.error === null ? null : (
        <Notice tone="danger" role="alert">
          {textOf(revoke.error)}
        </Notice>
      )}
      <p>{words('revokeText')}</p>
      {lastUsedAt === null ? null : (
        <p>{words('revokeUsed', { time: format.shortInstant(lastUsedAt) })}</p>
      )}
    </ConfirmDialog>
  );
}
