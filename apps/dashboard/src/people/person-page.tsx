import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { NoAccess } from '../app/no-access.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { useTRPC } from '../app/trpc.ts';
import { BackLink } from '../ui/back-link.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import styles from './people.module.css';
import type { Person, Roles } from './person.ts';
import { fieldsOf, toPlace } from './person-fields.ts';
import { PersonForm } from './person-form.tsx';
import { RemovePerson } from './remove-person.tsx';
import { RenewLink } from './renew-link.tsx';

/** One person at one merchant: role and limits, a new link, removal. */
export function PersonPage() {
  const words = useTranslations('people');
  const errorText = useErrorText();
  const { can } = useSession();
  const trpc = useTRPC();
  const { merchantId, userId } = useParams({ from: '/desk/settings/people/$merchantId/$userId' });
  const mayManage = can('users');
  const list = useQuery(
    trpc.users.list.queryOptions(undefined, { enabled: mayManage, staleTime: 0 }),
  );
  const person = list.data?.rows.find(
    (row) => row.userId === userId && String(row.merchantId) === merchantId,
  );

  return (
    <Page
      title={person?.name ?? words('title')}
      above={<BackLink to="/settings/people">{words('backToList')}</BackLink>}
    >
      {!mayManage ? (
        <NoAccess right="users" />
      ) : list.data === undefined ? (
        list.error === null ? (
          <Skeleton />
        ) : (
          <Notice tone="danger" role="alert">
            {errorText(list.error)}
          </Notice>
        )
      ) : person === undefined ? (
        <EmptyState title={words('goneTitle')}>{words('goneText')}</EmptyState>
      ) : (
        <>
          <p className={styles.lead}>
            <bdi>{person.email}</bdi> · <bdi>{person.merchantName}</bdi>
          </p>
          {person.locked === null ? (
            <>
              <RoleForm key={person.userId} person={person} roles={list.data.roles} />
              <RenewLink person={person} />
              <RemovePerson person={person} />
            </>
          ) : (
            <Notice tone="info">{words(`refused.${person.locked}`)}</Notice>
          )}
        </>
      )}
    </Page>
  );
}

type RoleFormProps = { readonly person: Person; readonly roles: Roles };

function RoleForm({ person, roles }: RoleFormProps) {
  const words = useTranslations('people');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  // What was loaded first is what the form edits, whatever is fetched meanwhile.
  const [{ base, turn }, setBase] = useState({ base: person, turn: 0 });
  const update = useMutation(
    trpc.users.update.mutationOptions({
      onSuccess: async (saved) => {
        setBase({ base: saved, turn: turn + 1 });
        await queryClient.invalidateQueries(trpc.users.pathFilter());
      },
    }),
  );
  return (
    <PersonForm
      key={turn}
      initial={fieldsOf(base)}
      roles={roles}
      merchants={null}
      submitLabel={words('save')}
      savedText={update.isSuccess ? words('saved') : null}
      error={update.error}
      isPending={update.isPending}
      onSubmit={(fields) => update.mutate({ ...toPlace(fields, roles), userId: base.userId })}
    />
  );
}
