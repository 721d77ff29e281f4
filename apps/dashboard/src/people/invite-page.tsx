import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { NoAccess } from '../app/no-access.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { useTRPC } from '../app/trpc.ts';
import { BackLink } from '../ui/back-link.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { InviteLink } from './invite-link.tsx';
import type { Roles } from './person.ts';
import { emptyFields, toNewPerson } from './person-fields.ts';
import { PersonForm } from './person-form.tsx';

/** Invites somebody: a role, and a link to hand over. */
export function InvitePage() {
  const words = useTranslations('people');
  const errorText = useErrorText();
  const { can } = useSession();
  const trpc = useTRPC();
  const mayManage = can('users');
  const list = useQuery(trpc.users.list.queryOptions(undefined, { enabled: mayManage }));
  const [turn, setTurn] = useState(0);
  return (
    <Page
      title={words('inviteTitle')}
      above={<BackLink to="/settings/people">{words('backToList')}</BackLink>}
    >
      {!mayManage ? (
        <NoAccess right="users" />
      ) : list.data !== undefined ? (
        <Invite key={turn} roles={list.data.roles} onAgain={() => setTurn(turn + 1)} />
      ) : list.error !== null ? (
        <Notice tone="danger" role="alert">
          {errorText(list.error)}
        </Notice>
      ) : (
        <Skeleton />
      )}
    </Page>
  );
}

type InviteProps = { readonly roles: Roles; readonly onAgain: () => void };

function Invite({ roles, onAgain }: InviteProps) {
  const words = useTranslations('people');
  const { merchantsWith } = useSession();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const invite = useMutation(
    trpc.users.invite.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.users.pathFilter()),
    }),
  );
  const merchants = merchantsWith('users');

  if (invite.data !== undefined) {
    return (
      <InviteLink
        name={invite.variables.name}
        invitation={invite.data}
        actions={<Button onPress={onAgain}>{words('inviteAnother')}</Button>}
      />
    );
  }
  return (
    <PersonForm
      initial={emptyFields(merchants[0]?.merchantId ?? 0)}
      roles={roles}
      merchants={merchants}
      submitLabel={words('create')}
      error={invite.error}
      isPending={invite.isPending}
      onSubmit={(fields) => invite.mutate(toNewPerson(fields, roles))}
    />
  );
}
