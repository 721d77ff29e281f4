import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { LoadError } from '../app/load-error.tsx';
import { NoAccess } from '../app/no-access.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { useTRPC } from '../app/trpc.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { DoubtSection } from './doubt-section.tsx';
import { OutcomeUnknown } from './outcome-unknown.tsx';
import { orderOf, type Payment } from './payment.ts';
import styles from './payment-page.module.css';
import { RefNrPending } from './ref-nr-pending.tsx';
import { ReviewSection } from './review-section.tsx';

/** Every step without a certain outcome and every payment with figures in doubt. Nothing is repeated from here. */
export function UnresolvedPage() {
  const words = useTranslations('payments.unresolved');
  const { can } = useSession();
  return (
    <Page title={words('title')}>{can('see') ? <Unresolved /> : <NoAccess right="see" />}</Page>
  );
}

function Unresolved() {
  const words = useTranslations('payments.unresolved');
  const trpc = useTRPC();
  const list = useQuery(trpc.operations.unresolved.queryOptions());
  if (list.data === undefined) {
    if (list.error === null) return <Skeleton rows={6} />;
    return <LoadError query={list} />;
  }
  const { doubtful, isCut, operations, refNrs } = list.data;
  if (operations.length + doubtful.length + refNrs.length === 0) {
    return <EmptyState title={words('empty')}>{words('emptyText')}</EmptyState>;
  }
  return (
    <>
      <p className={styles.lead}>{words('lead')}</p>
      {isCut ? <Notice tone="info">{words('cut')}</Notice> : null}
      {operations.map(({ operation, payment }) => (
        <Case key={operation.id} payment={payment}>
          <OutcomeUnknown operation={operation} />
          {operation.state === 'review' ? <ReviewSection operation={operation} /> : null}
        </Case>
      ))}
      {doubtful.map(({ doubt, ...payment }) =>
        doubt === null ? null : (
          <Case key={payment.id} payment={{ ...payment, doubt }}>
            <DoubtSection payment={{ ...payment, doubt }} />
          </Case>
        ),
      )}
      {refNrs.map(({ payment, pending }) => (
        <Case key={payment.id} payment={payment}>
          <RefNrPending payment={payment} pending={pending} />
        </Case>
      ))}
    </>
  );
}

type CaseProps = { readonly payment: Payment; readonly children: ReactNode };

function Case({ payment, children }: CaseProps) {
  return (
    <article className={styles.main}>
      <div className={styles.state}>
        <h2>
          <Link to="/payments/$paymentId" params={{ paymentId: payment.id }}>
            <bdi>{orderOf(payment)}</bdi>
          </Link>
        </h2>
        <StatusBadge status={payment.status} />
      </div>
      {children}
    </article>
  );
}
