import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../app/trpc.ts';
import { useGoOn } from '../app/use-go-on.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { Section } from '../ui/section.tsx';
import { useToast } from '../ui/toast.tsx';
import type { Person } from './person.ts';
import { usePeopleError } from './use-people-error.ts';

/** Takes a person away from a merchant, after saying what that means. */
export function RemovePerson({ person }: { readonly person: Person }) {
  const words = useTranslations('people');
  const { textOf } = usePeopleError();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const goOn = useGoOn();
  const toast = useToast();
  const [isAsking, setIsAsking] = useState(false);
  const { merchantId, merchantName, name, userId } = person;
  const remove = useMutation(
    trpc.users.remove.mutationOptions({
      onSuccess: async () => {
        await goOn({ to: '/settings/people' });
        toast.show(words('removed', { name }));
        await queryClient.invalidateQueries(trpc.users.pathFilter());
      },
      onError: () => setIsAsking(false),
    }),
  );
  return (
    <Section title={words('section.remove')}>
      {remove.error === null ? null : (
        <Notice tone="danger" role="alert">
          {textOf(remove.error)}
        </Notice>
      )}
      <p>{words('removeText')}</p>
      <Button onPress={() => setIsAsking(true)}>{words('remove')}</Button>
      {isAsking ? (
        <ConfirmDialog
          title={words('removeTitle', { name })}
          back={words('back')}
          submit={words('removeSubmit')}
          isPending={remove.isPending}
          onClose={() => setIsAsking(false)}
          onConfirm={() => remove.mutate({ merchantId, userId })}
        >
          <p>{words('removeEffect', { merchant: merchantName })}</p>
        </ConfirmDialog>
      ) : null}
    </Section>
  );
}
