import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { buttonClass } from '../ui/button-class.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { useSession } from './session.tsx';

/** What stands where a role may not look: what is missing and who can give it. */
export function NoAccess({
  right,
}: {
  readonly right:
    | 'audit'
    | 'batch'
    | 'connections'
    | 'export'
    | 'import'
    | 'link'
    | 'reports'
    | 'see'
    | 'users';
}) {
  const words = useTranslations('shell');
  const { person } = useSession();
  const merchant = person.memberships.map(({ merchantName }) => merchantName).join(', ');
  return (
    <EmptyState
      title={words('noAccessTitle')}
      actions={
        <Link to="/" className={buttonClass('plain')}>
          {words('toOverview')}
        </Link>
      }
    >
      {words('noAccessText', { merchant, right: words(`right.${right}`) })}
    </EmptyState>
  );
}
