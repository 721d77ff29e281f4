import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { isNowhere } from '../app/failure.ts';
import { NoAccess } from '../app/no-access.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { type LinkDetail, orderOf } from './link.ts';
import styles from './show-page.module.css';

/** The link of the address over the whole screen, once it is known and may be seen. */
export function ShownLink({ children }: { readonly children: (link: LinkDetail) => ReactNode }) {
  const words = useTranslations('links');
  const errorText = useErrorText();
  const { can } = useSession();
  const trpc = useTRPC();
  const { linkId = '' } = useParams({ strict: false });
  const { data: link, error } = useQuery(
    trpc.links.get.queryOptions({ linkId }, { enabled: can('link') }),
  );
  if (!can('link') || link === undefined) {
    const isGone = error !== null && isNowhere(error);
    return (
      <Page title={words('loading')}>
        {!can('link') ? (
          <NoAccess right="link" />
        ) : error === null ? (
          <Skeleton />
        ) : (
          <Notice tone="danger" role="alert">
            {isGone ? words('gone') : errorText(error)}
          </Notice>
        )}
      </Page>
    );
  }
  return (
    <div className={styles.cover}>
      <h1 className="visually-hidden">{orderOf(link)}</h1>
      {children(link)}
    </div>
  );
}
