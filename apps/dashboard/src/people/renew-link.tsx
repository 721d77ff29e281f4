import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { Section } from '../ui/section.tsx';
import { InviteLink } from './invite-link.tsx';
import type { Person } from './person.ts';
import { SignInState } from './sign-in-state.tsx';
import { usePeopleError } from './use-people-error.ts';

/** A new link, for who lost theirs, the password or the phone with the code app. */
export function RenewLink({ person }: { readonly person: Person }) {
  const words = useTranslations('people');
  const { textOf } = usePeopleError();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const renew = useMutation(
    trpc.users.renewInvite.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.users.pathFilter()),
      onSettled: () => setIsAsking(false),
    }),
  );
  const { name, userId } = person;
  return (
    <Section title={words('section.signIn')}>
      <SignInState person={person} />
      {renew.error === null ? null : (
        <Notice tone="danger" role="alert">
          {textOf(renew.error)}
        </Notice>
      )}
      {renew.data === undefined ? (
        <>
          <p>{words('renewText')}</p>
          <Button onPress={() => setIsAsking(true)}>{words('renew')}</Button>
        </>
      ) : (
        <InviteLink name={name} invitation={renew.data} />
      )}
      {isAsking ? (
        <Dialog
          title={words('renewTitle', { name })}
          isBusy={renew.isPending}
          onClose={() => setIsAsking(false)}
          footer={
            <>
              <Button onPress={() => setIsAsking(false)}>{words('back')}</Button>
              <Button
                tone="primary"
                isPending={renew.isPending}
                onPress={() => renew.mutate({ userId })}
              >
                {words('renewSubmit')}
              </Button>
            </>
          }
        >
          <p>{words('renewEffect')}</p>
        </Dialog>
      ) : null}
    </Section>
  );
}
