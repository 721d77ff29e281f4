import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { LoadError } from '../app/load-error.tsx';
import { NoAccess } from '../app/no-access.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { useTRPC } from '../app/trpc.ts';
import { BackLink } from '../ui/back-link.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { StatementActions } from './statement-actions.tsx';
import { StatementItems } from './statement-items.tsx';
import { StatementTotals } from './statement-totals.tsx';

/** One statement: its totals, and its lanes with what is in them. */
export function StatementPage() {
  const words = useTranslations('reconciliation');
  const { can } = useSession();
  const trpc = useTRPC();
  const { statementId } = useParams({ from: '/desk/reconciliation/$statementId' });
  const mayReconcile = can('reports');
  const found = useQuery(
    trpc.reconciliation.get.queryOptions({ statementId }, { enabled: mayReconcile }),
  );
  const { data } = found;
  const title = data === undefined ? words('statement') : words('one', { name: data.name });
  return (
    <Page title={title} above={<BackLink to="/reconciliation">{words('toList')}</BackLink>}>
      {mayReconcile ? <LoadError query={found} /> : <NoAccess right="reports" />}
      {mayReconcile && data === undefined && found.error === null ? <Skeleton rows={8} /> : null}
      {data === undefined ? null : (
        <>
          <StatementTotals statement={data} />
          <StatementActions statement={data} />
          <StatementItems statement={data} />
        </>
      )}
    </Page>
  );
}
