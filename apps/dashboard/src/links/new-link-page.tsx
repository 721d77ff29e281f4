import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { NoAccess } from '../app/no-access.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { BackLink } from './back-link.tsx';
import type { Rest } from './link-fields.ts';
import { LinkForm } from './link-form.tsx';

/** `/links/new`, or `/links/new?for=<payment>` to ask again for what lapsed. */
export function NewLinkPage() {
  const words = useTranslations('links');
  const errorText = useErrorText();
  const { can } = useSession();
  const trpc = useTRPC();
  const paymentId = useSearch({
    strict: false,
    select: (given) => ('for' in given && typeof given.for === 'string' ? given.for : undefined),
  });
  const mayMake = can('link');
  const connections = useQuery(
    trpc.links.connections.queryOptions(undefined, { enabled: mayMake }),
  );
  const asked = useQuery(
    trpc.links.ofPayment.queryOptions(
      { paymentId: paymentId ?? '' },
      { enabled: mayMake && paymentId !== undefined },
    ),
  );
  const title = words(paymentId === undefined ? 'newTitle' : 'restTitle');
  const error = connections.error ?? asked.error;
  const isReady = paymentId === undefined || asked.data !== undefined;
  const rest = asked.data?.rest ?? null;
  const isGone = paymentId !== undefined && asked.data?.rest === null;
  return (
    <Page title={title} above={<BackLink />}>
      {!mayMake ? (
        <NoAccess right="link" />
      ) : error !== null ? (
        <Notice tone="danger" role="alert">
          {errorText(error)}
        </Notice>
      ) : connections.data === undefined || !isReady ? (
        <Skeleton />
      ) : (
        <>
          {rest === null ? null : (
            <p>{words('restText', { order: rest.refNr ?? rest.orderDesc })}</p>
          )}
          {isGone ? <Notice tone="warning">{words('refused.asked-already')}</Notice> : null}
          <Make
            connections={connections.data.rows.filter(
              ({ merchantId }) => rest === null || merchantId === rest.merchantId,
            )}
            rest={
              rest === null || paymentId === undefined ? null : { ...rest, forPaymentId: paymentId }
            }
          />
        </>
      )}
    </Page>
  );
}

type MakeProps = Pick<Parameters<typeof LinkForm>[0], 'connections'> & {
  readonly rest: Rest | null;
};

function Make({ connections, rest }: MakeProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const create = useMutation(
    trpc.links.create.mutationOptions({
      onSuccess: async ({ id }) => {
        await queryClient.invalidateQueries(trpc.links.pathFilter());
        await navigate({ to: '/links/$linkId', params: { linkId: id } });
      },
    }),
  );
  return (
    <LinkForm
      connections={connections}
      rest={rest}
      error={create.error}
      isPending={create.isPending}
      onSubmit={(link) => create.mutate(link)}
    />
  );
}
