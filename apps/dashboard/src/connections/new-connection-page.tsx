import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { NoAccess } from '../app/no-access.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { useTRPC } from '../app/trpc.ts';
import { useGoOn } from '../app/use-go-on.ts';
import { BackLink } from '../ui/back-link.tsx';
import { emptyFields, toNewConnection } from './connection-fields.ts';
import { ConnectionForm } from './connection-form.tsx';
import { KnownBrands } from './known-brands.tsx';

/** Connects a MerchantID to one of the person's merchants. */
export function NewConnectionPage() {
  const words = useTranslations('connections');
  const { merchantsWith } = useSession();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const goOn = useGoOn();
  const create = useMutation(
    trpc.connections.create.mutationOptions({
      onSuccess: async ({ id }) => {
        await goOn({
          to: '/settings/connections/$connectionId',
          params: { connectionId: id },
        });
        // The name also stands beside payments and in the session.
        await queryClient.invalidateQueries();
      },
    }),
  );

  const merchants = merchantsWith('connections');
  const first = merchants[0];
  return (
    <Page
      title={words('newTitle')}
      above={<BackLink to="/settings/connections">{words('backToList')}</BackLink>}
    >
      {first === undefined ? (
        <NoAccess right="connections" />
      ) : (
        <KnownBrands>
          {(known) => (
            <ConnectionForm
              known={known}
              initial={emptyFields(first.merchantId)}
              merchants={merchants}
              keysSetAt={null}
              submitLabel={words('create')}
              error={create.error}
              isPending={create.isPending}
              onSubmit={(fields) => create.mutate(toNewConnection(fields))}
            />
          )}
        </KnownBrands>
      )}
    </Page>
  );
}
