import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { buttonClass } from '../ui/button-class.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { useSession } from './session.tsx';

/** What stands where nothing can be done without a gateway connection: how there comes to be one. */
export function NoConnection() {
  const words = useTranslations('shell');
  const { can } = useSession();
  if (!can('connections')) {
    return <EmptyState title={words('noConnectionTitle')}>{words('noConnectionText')}</EmptyState>;
  }
  return (
    <EmptyState
      title={words('noConnectionTitle')}
      actions={
        <Link to="/settings/connections/new" className={buttonClass('primary')}>
          {words('connect')}
        </Link>
      }
    />
  );
}
