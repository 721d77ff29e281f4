import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { NoAccess } from '../app/no-access.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { Button } from '../ui/button.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Notice } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { TextField } from '../ui/text-field.tsx';
import { linkStates } from './link.ts';
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
  const [state, setState] = useState('');
  const [search, setSearch] = useState('');
  const chosen = linkStates.filter((known) => known === state);
  const filter = { ...(chosen.length > 0 ? { state: chosen } : {}), ...(search ? { search } : {}) };
  const list = useLinks(filter);
  const { rows } = list;
  const isFiltered = chosen.length > 0 || search !== '';
  const clear = () => {
    setState('');
    setSearch('');
  };
  return (
    <>
      <div className={styles.filters}>
        <Select
          label={words('filter')}
          value={state}
          onChange={(event) => setState(event.target.value)}
          options={[
            { value: '', label: words('all') },
            ...linkStates.map((value) => ({ value, label: words(`stateName.${value}`) })),
          ]}
        />
        <TextField
          label={words('search')}
          type="search"
          maxLength={100}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
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
          actions={<Button onPress={clear}>{words('clear')}</Button>}
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
