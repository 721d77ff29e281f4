import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { Section } from '../ui/section.tsx';
import { useFormat } from '../ui/use-format.ts';
import type { LinkDetail } from './link.ts';
import { useLinkError } from './use-link-error.ts';

/** Withdraws a link, after saying what that means for a customer who is paying at this moment. */
export function WithdrawLink({ link }: { readonly link: LinkDetail }) {
  const words = useTranslations('links');
  const format = useFormat();
  const { textOf } = useLinkError();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const withdraw = useMutation(
    trpc.links.withdraw.mutationOptions({
      onSettled: async () => {
        setIsAsking(false);
        await queryClient.invalidateQueries(trpc.links.pathFilter());
      },
    }),
  );
  return (
    <Section title={words('section.withdraw')}>
      {withdraw.error === null ? null : (
        <Notice tone="danger" role="alert">
          {textOf(withdraw.error)}
        </Notice>
      )}
      <div>
        <Button onPress={() => setIsAsking(true)}>{words('withdraw')}</Button>
      </div>
      {isAsking ? (
        <ConfirmDialog
          title={words('withdrawTitle')}
          back={words('backButton')}
          submit={words('withdrawSubmit')}
          isPending={withdraw.isPending}
          onClose={() => setIsAsking(false)}
          onConfirm={() => withdraw.mutate({ linkId: link.id })}
        >
          <p>{words('withdrawEffect')}</p>
          {link.busySince !== null ? (
            <Notice tone="warning">{words('withdrawBusy')}</Notice>
          ) : link.openedAt === null ? null : (
            <p>{words('withdrawOpened', { when: format.relative(link.openedAt) })}</p>
          )}
        </ConfirmDialog>
      ) : null}
    </Section>
  );
}
