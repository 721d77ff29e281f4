import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useSession } from '../app/session.tsx';
import { MoneyText } from '../ui/money-text.tsx';
import styles from './figures.module.css';
import type { Overview } from './overview.ts';

const dueFirst = { captureUrgency: 'critical,urgent', sort: 'captureBy', order: 'asc' };
const largestFirst = { captureUrgency: 'critical,urgent', sort: 'amount', order: 'desc' };
const closingFirst = { refundUrgency: 'critical,urgent,soon', sort: 'refundUntil', order: 'asc' };
const unknownOnly = { status: 'unknown' };

/** At most four numbers, each a link to the payments behind it. */
export function Figures({ overview }: { readonly overview: Overview }) {
  const words = useTranslations('overview');
  const { can } = useSession();
  const { critical, urgent } = overview.queueCounts;
  return (
    <nav aria-label={words('figures')} className={styles.figures}>
      <Figure
        label={words('due')}
        text={words('dueText', { critical })}
        level={critical > 0 ? 'critical' : urgent > 0 ? 'urgent' : 'calm'}
        search={dueFirst}
      >
        {critical + urgent}
      </Figure>
      <Figure
        label={words('atRisk')}
        text={words('atRiskText')}
        level={overview.atRisk > 0 ? 'urgent' : 'calm'}
        search={largestFirst}
      >
        <MoneyText minor={overview.atRisk} />
      </Figure>
      {can('refund') || !can('capture') ? (
        <Figure
          label={words('refunds')}
          text={words('refundsText')}
          level={overview.refundsNearCount > 0 ? 'soon' : 'calm'}
          search={closingFirst}
        >
          {overview.refundsNearCount}
        </Figure>
      ) : null}
      <Figure
        label={words('unknown')}
        text={words('unknownText')}
        level={overview.unknownCount > 0 ? 'unknown' : 'calm'}
        search={unknownOnly}
      >
        {overview.unknownCount}
      </Figure>
    </nav>
  );
}

type FigureProps = {
  readonly label: string;
  readonly text: string;
  readonly level: 'calm' | 'soon' | 'urgent' | 'critical' | 'unknown';
  readonly search: Record<string, string>;
  readonly children: ReactNode;
};

function Figure({ label, text, level, search, children }: FigureProps) {
  return (
    <Link to="/payments" search={search} className={styles.figure} data-level={level}>
      <span className={styles.figureLabel}>{label}</span>
      <span className={styles.figureNumber}>{children}</span>
      <span className={styles.figureText}>{text}</span>
    </Link>
  );
}
