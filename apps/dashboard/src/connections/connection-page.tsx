import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { BatchSettingsSlot } from '../app/batch-settings-slot.tsx';
import { useErrorText } from '../app/error-text.ts';
import { isStale } from '../app/failure.ts';
import { NoAccess } from '../app/no-access.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { useTRPC } from '../app/trpc.ts';
import { BackLink } from '../ui/back-link.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { CallbackUrls } from './callback-urls.tsx';
import type { Brands, Connection } from './connection.ts';
import { fieldsOf, toSettings, typedKeys } from './connection-fields.ts';
import { ConnectionForm } from './connection-form.tsx';
import { ConnectionTestPanel } from './connection-test-panel.tsx';
import { KnownBrands } from './known-brands.tsx';

/** One connection: its settings, the addresses to hand out, and a test that moves no money. */
export function ConnectionPage() {
  const words = useTranslations('connections');
  const errorText = useErrorText();
  const { can } = useSession();
  const trpc = useTRPC();
  const { connectionId } = useParams({ from: '/desk/settings/connections/$connectionId' });
  const mayConnect = can('connections');
  const connection = useQuery(
    trpc.connections.get.queryOptions({ id: connectionId }, { enabled: mayConnect }),
  );

  return (
    <Page
      title={connection.data?.label ?? words('title')}
      above={<BackLink to="/settings/connections">{words('backToList')}</BackLink>}
      actions={connection.data === undefined ? undefined : <ShopApiLink id={connectionId} />}
    >
      {!mayConnect ? (
        <NoAccess right="connections" />
      ) : isGone(connection.error?.data?.httpStatus) ? (
        <EmptyState title={words('goneTitle')}>{words('goneText')}</EmptyState>
      ) : connection.error !== null ? (
        <Notice tone="danger" role="alert">
          {errorText(connection.error)}
        </Notice>
      ) : connection.data === undefined ? (
        <Skeleton />
      ) : (
        <KnownBrands>
          {(known) => <ConnectionSettings connection={connection.data} known={known} />}
        </KnownBrands>
      )}
    </Page>
  );
}

function ShopApiLink({ id }: { readonly id: string }) {
  const words = useTranslations('connections');
  return (
    <Link
      to="/settings/connections/$connectionId/shop-api"
      params={{ connectionId: id }}
      className={buttonClass('plain')}
    >
      {words('shopApi')}
    </Link>
  );
}

/** No connection has this id, or it is another merchant's. */
function isGone(status: number | undefined): boolean {
  return status === 404 || status === 400;
}

type SettingsProps = { readonly connection: Connection; readonly known: Brands };

function ConnectionSettings({ connection, known }: SettingsProps) {
  const words = useTranslations('connections');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  // What was loaded first is what the form edits; a later version is refused by the server.
  const [{ base, turn }, setBase] = useState({ base: connection, turn: 0 });
  const update = useMutation(
    trpc.connections.update.mutationOptions({
      onSuccess: async (saved) => {
        setBase({ base: saved, turn: turn + 1 });
        // The name also stands beside payments and in the session.
        await queryClient.invalidateQueries();
      },
      onError: async (error) => {
        if (!isStale(error)) return;
        // The form says so; saving once more is then a choice made knowingly.
        const query = trpc.connections.get.queryOptions({ id: base.id });
        const { version } = await queryClient.fetchQuery({ ...query, staleTime: 0 });
        setBase({ base: { ...base, version }, turn });
      },
    }),
  );

  return (
    <>
      <ConnectionForm
        key={turn}
        known={known}
        initial={fieldsOf(base)}
        merchants={[]}
        keysSetAt={base.keysSetAt}
        submitLabel={words('save')}
        savedText={update.isSuccess ? words('saved') : null}
        error={update.error}
        isPending={update.isPending}
        onSubmit={(fields) =>
          update.mutate({
            ...toSettings(fields),
            ...typedKeys(fields),
            id: base.id,
            version: base.version,
          })
        }
      />
      <CallbackUrls connection={base} />
      <ConnectionTestPanel connectionId={base.id} />
      <BatchSettingsSlot connection={base.slug} />
    </>
  );
}
