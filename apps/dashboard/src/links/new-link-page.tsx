import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { type ComponentProps, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Loaded } from '../app/loaded.tsx';
import { NoAccess } from '../app/no-access.tsx';
import { NoConnection } from '../app/no-connection.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { useTRPC } from '../app/trpc.ts';
import { useGoOn } from '../app/use-go-on.ts';
import { BackLink } from '../ui/back-link.tsx';
import { Notice } from '../ui/notice.tsx';
import { firstConnection, type Rest } from './link-fields.ts';
import { LinkForm } from './link-form.tsx';

/** `/links/new`, or `/links/new?for=<payment>` to ask again for what lapsed. */
export function NewLinkPage() {
  const words = useTranslations('links');
  const { can } = useSession();
  const paymentId = useSearch({
    strict: false,
    select: (given) => ('for' in given && typeof given.for === 'string' ? given.for : undefined),
  });
  return (
    <Page
      title={words(paymentId === undefined ? 'newTitle' : 'restTitle')}
      above={<BackLink to="/links">{words('back')}</BackLink>}
    >
      {!can('link') ? (
        <NoAccess right="link" />
      ) : paymentId === undefined ? (
        <Make rest={null} />
      ) : (
        <MakeRest key={paymentId} paymentId={paymentId} />
      )}
    </Page>
  );
}

/** Asks again for what lapsed, once it is known what that is. */
function MakeRest({ paymentId }: { readonly paymentId: string }) {
  const trpc = useTRPC();
  const asked = useQuery(trpc.links.ofPayment.queryOptions({ paymentId }));
  return (
    <Loaded query={asked}>
      {({ rest }) => <Again lapsed={rest && { ...rest, forPaymentId: paymentId }} />}
    </Loaded>
  );
}

type Lapsed = Rest & { readonly merchantId: number };

/** What lapsed stays what it was when the form opened: the link that is being made here takes it away. */
function Again({ lapsed }: { readonly lapsed: Lapsed | null }) {
  const words = useTranslations('links');
  const [rest] = useState(lapsed);
  return (
    <>
      {rest === null ? (
        <Notice tone="warning">{words('refused.asked-already')}</Notice>
      ) : (
        <p>{words('restText', { order: rest.refNr ?? rest.orderDesc })}</p>
      )}
      <Make rest={rest} />
    </>
  );
}

/** The form, once it is known which connections a link can be made for. */
function Make({ rest }: { readonly rest: Lapsed | null }) {
  const trpc = useTRPC();
  const connections = useQuery(trpc.links.connections.queryOptions());
  return (
    <Loaded query={connections}>
      {({ rows, last }) => {
        const own = rows.filter(
          ({ merchantId }) => rest === null || merchantId === rest.merchantId,
        );
        return own.length === 0 ? (
          <NoConnection />
        ) : (
          <Form
            connections={own}
            first={firstConnection(own, rest?.connection ?? last)}
            rest={rest}
          />
        );
      }}
    </Loaded>
  );
}

type FormProps = Pick<ComponentProps<typeof LinkForm>, 'connections' | 'first' | 'rest'>;

function Form({ connections, first, rest }: FormProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const goOn = useGoOn();
  const create = useMutation(
    trpc.links.create.mutationOptions({
      onSuccess: async ({ id }) => {
        await goOn({ to: '/links/$linkId', params: { linkId: id } });
        await queryClient.invalidateQueries(trpc.links.pathFilter());
      },
    }),
  );
  return (
    <LinkForm
      connections={connections}
      first={first}
      rest={rest}
      error={create.error}
      isPending={create.isPending}
      onSubmit={(link) => create.mutate(link)}
    />
  );
}
