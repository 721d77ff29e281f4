import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { LoadError } from '../app/load-error.tsx';
import { NoAccess } from '../app/no-access.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { useTRPC } from '../app/trpc.ts';
import { buttonClass } from '../ui/button-class.ts';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { CaptureQueue } from './capture-queue.tsx';
import { Figures } from './figures.tsx';
import { HealthFigures } from './health.tsx';
import styles from './overview.module.css';
import type { Overview } from './overview.ts';
import { RefundQueue } from './refund-queue.tsx';
import { TodayFigures } from './today.tsx';
import { UnknownOutcomes } from './unknown-outcomes.tsx';
import { useOpener } from './use-opener.ts';

/** The work by deadline. What a role can do comes first; the figures above lead to their lists. */
export function OverviewPage() {
  const words = useTranslations('overview');
  const shell = useTranslations('shell');
  const { can, person } = useSession();
  const trpc = useTRPC();
  const maySee = can('see');
  const overview = useQuery(trpc.overview.get.queryOptions(undefined, { enabled: maySee }));

  if (!maySee) {
    return (
      <Page title={words('title')}>
        <NoAccess right="see" />
      </Page>
    );
  }

  const { data } = overview;
  return (
    <Page title={words('title')}>
      <LoadError query={overview} />
      {person.connections.length > 0 ? null : (
        <Notice
          tone="info"
          actions={
            can('connections') ? (
              <Link to="/settings/connections/new" className={buttonClass('plain')}>
                {shell('connect')}
              </Link>
            ) : undefined
          }
        >
          {words('noConnection')}
        </Notice>
      )}
      {data === undefined ? (
        overview.error === null ? (
          <Skeleton />
        ) : null
      ) : (
        <Blocks overview={data} isUpdating={overview.isFetching} />
      )}
    </Page>
  );
}

type BlocksProps = { readonly overview: Overview; readonly isUpdating: boolean };

function Blocks({ overview, isUpdating }: BlocksProps) {
  const { can } = useSession();
  // Who cares for the connections and moves no money sees first whether they work.
  const isTechnical = can('connections') && !can('reports');
  const blocks = useRef<HTMLDivElement>(null);
  useOpener(blocks);
  return (
    <div ref={blocks} className={styles.blocks} aria-busy={isUpdating}>
      {isTechnical ? <HealthFigures /> : null}
      <Figures overview={overview} />
      {can('reports') ? <TodayFigures /> : null}
      {overview.unknownCount > 0 ? <UnknownOutcomes payments={overview.unknown} /> : null}
      {can('refund') && !can('capture') ? (
        <>
          <RefundQueue overview={overview} />
          <CaptureQueue overview={overview} />
        </>
      ) : (
        <>
          <CaptureQueue overview={overview} />
          {can('refund') || !can('capture') ? <RefundQueue overview={overview} /> : null}
        </>
      )}
      {can('audit') && !isTechnical ? <HealthFigures /> : null}
    </div>
  );
}
