import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { LoadError } from '../app/load-error.tsx';
import { NoAccess } from '../app/no-access.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { useTRPC } from '../app/trpc.ts';
import { buttonClass } from '../ui/button-class.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import styles from './people.module.css';
import { PeopleList } from './people-list.tsx';

/** Everybody at one's merchants, for those who may invite and remove them. */
export function PeoplePage() {
  const words = useTranslations('people');
  const { can } = useSession();
  const trpc = useTRPC();
  const mayManage = can('users');
  // Whoever follows a link elsewhere changes this list, and nothing tells us.
  const list = useQuery(
    trpc.users.list.queryOptions(undefined, { enabled: mayManage, staleTime: 0 }),
  );

  if (!mayManage) {
    return (
      <Page title={words('title')}>
        <NoAccess right="users" />
      </Page>
    );
  }

  const invite = (
    <Link to="/settings/people/new" className={buttonClass('primary')}>
      {words('invite')}
    </Link>
  );
  return (
    <Page title={words('title')} actions={invite}>
      <p className={styles.lead}>{words('lead')}</p>
      <LoadError query={list} />
      {list.data === undefined ? (
        list.error === null ? (
          <Skeleton rows={5} />
        ) : null
      ) : (
        <>
          <PeopleList people={list.data.rows} roles={list.data.roles} />
          {list.data.rows.length > 1 ? null : (
            <EmptyState title={words('aloneTitle')}>{words('aloneText')}</EmptyState>
          )}
        </>
      )}
    </Page>
  );
}
