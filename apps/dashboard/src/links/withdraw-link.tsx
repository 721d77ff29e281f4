import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { useFormat } from '../ui/use-format.ts';
import type { LinkDetail } from './link.ts';
import { Section } from './section.tsx';
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
        <Dialog
          role="alertdialog"
          title={words('withdrawTitle')}
          isBusy={withdraw.isPending}
          onClose={() => setIsAsking(false)}
          footer={
            <>
              <Button onPress={() => setIsAsking(false)}>{words('backButton')}</Button>
              <Button
                tone="danger"
                isPending={withdraw.isPending}
                onPress={() => withdraw.mutate({ linkId: link.id })}
              >
                {words('withdrawSubmit')}
              </Button>
            </>
          }
        >
          <p>{words('withdrawEffect')}</p>
          {link.busySince !== null ? (
            <Notice tone="warning">{words('withdrawBusy')}</Notice>
          ) : link.openedAt === null ? null : (
            <p>{words('withdrawOpened', { when: format.relative(link.openedAt) })}</p>
          )}
        </Dialog>
      ) : null}
    </Section>
  );
}
