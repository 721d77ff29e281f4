import { Link, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { NoAccess } from '../app/no-access.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { Button } from '../ui/button.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { LinkFilters } from './link-filters.tsx';
import { readLinkSearch } from './link-search.ts';
import { LinkTable } from './link-table.tsx';
import styles from './links.module.css';
import { useLinks } from './use-links.ts';

/** Every payment link of one's merchants, newest first. */
export function LinksPage() {
  const words = useTranslations('links');
  const { can } = useSession();
  if (!can('link')) {
    return (
      <Page title={words('title')}>
        <NoAccess right="link" />
      </Page>
    );
  }
  const actions = (
    <>
      <Link to="/links/import" className={buttonClass('plain')}>
        {words('import')}
      </Link>
      <Link to="/links/new" className={buttonClass('primary')}>
        {words('create')}
      </Link>
    </>
  );
  return (
    <Page title={words('title')} actions={actions}>
      <p className={styles.lead}>{words('lead')}</p>
      <Links />
    </Page>
  );
}

function Links() {
  const words = useTranslations('links');
  const shell = useTranslations('shell');
  const errorText = useErrorText();
  const search = readLinkSearch(useSearch({ strict: false }));
  const { state, search: text, unknownState } = search;
  const list = useLinks({
    ...(state === undefined ? {} : { state: [state] }),
    ...(text === undefined ? {} : { search: text }),
  });
  const { rows } = list;
  const isFiltered = state !== undefined || text !== undefined;
  return (
    <>
      <LinkFilters search={search} />
      {unknownState === undefined ? null : (
        <Notice tone="warning">{words('unknownState', { state: unknownState })}</Notice>
      )}
      {list.error === null ? null : (
        <Notice
          tone="danger"
          role="alert"
          actions={<Button onPress={() => void list.refetch()}>{shell('tryAgain')}</Button>}
        >
          {errorText(list.error)}
        </Notice>
      )}
      {rows === undefined ? (
        list.error === null ? (
          <Skeleton rows={5} />
        ) : null
      ) : rows.length > 0 ? (
        <LinkTable links={rows} />
      ) : isFiltered ? (
        <EmptyState
          title={words('none')}
          actions={
            <Link to="/links" className={buttonClass('plain')}>
              {words('clear')}
            </Link>
          }
        />
      ) : (
        <EmptyState title={words('emptyTitle')}>{words('emptyText')}</EmptyState>
      )}
      {list.hasNextPage ? (
        <div>
          <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
            {words('more')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
