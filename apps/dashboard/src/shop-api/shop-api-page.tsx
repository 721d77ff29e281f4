import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
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
import { EventSection } from './event-section.tsx';
import { HowTo } from './how-to.tsx';
import { KeySection } from './key-section.tsx';
import styles from './shop-api.module.css';
import { WebhookSection } from './webhook-section.tsx';

const READ_AGAIN_MS = 5_000;

/** How the shop of a connection talks to Desk: its keys, where it is told things, and what it was told. */
export function ShopApiPage() {
  const words = useTranslations('shopApi');
  const errorText = useErrorText();
  const { can } = useSession();
  const trpc = useTRPC();
  const { connectionId } = useParams({ from: '/desk/settings/connections/$connectionId/shop-api' });
  const mayConnect = can('connections');
  const shop = useQuery(
    trpc.shopApi.get.queryOptions(
      { connectionId },
      { enabled: mayConnect, refetchInterval: READ_AGAIN_MS },
    ),
  );
  const { data, error } = shop;
  const isGone = error?.data?.httpStatus === 404 || error?.data?.httpStatus === 400;

  return (
    <Page title={words('title')} above={<Back label={data?.connection.label} id={connectionId} />}>
      {!mayConnect ? (
        <NoAccess right="connections" />
      ) : isGone ? (
        <EmptyState title={words('goneTitle')}>{words('goneText')}</EmptyState>
      ) : data === undefined ? (
        error === null ? (
          <Skeleton rows={6} />
        ) : (
          <Notice tone="danger" role="alert">
            {errorText(error)}
          </Notice>
        )
      ) : (
        <>
          <p className={styles.lead}>{words('lead', { connection: data.connection.label })}</p>
          <KeySection shop={data} />
          <WebhookSection shop={data} />
          <EventSection events={data.events} hasAddress={data.webhook.address !== null} />
          <HowTo baseUrl={data.baseUrl} />
        </>
      )}
    </Page>
  );
}

function Back({ label, id }: { readonly label: string | undefined; readonly id: string }) {
  const words = useTranslations('shopApi');
  return (
    <BackLink to="/settings/connections/$connectionId" params={{ connectionId: id }}>
      {label === undefined ? words('back') : <bdi>{label}</bdi>}
    </BackLink>
  );
}
