import { useTranslations } from 'use-intl';
import { useSession } from '../app/session.tsx';
import { MoneyText } from '../ui/money-text.tsx';
import { Figure } from './figure.tsx';
import styles from './figures.module.css';
import type { Overview } from './overview.ts';

const dueFirst = { captureUrgency: 'critical,urgent', sort: 'captureBy', order: 'asc' };
const largestFirst = { captureUrgency: 'critical,urgent', sort: 'amount', order: 'desc' };
const closingFirst = { refundUrgency: 'critical,urgent,soon', sort: 'refundUntil', order: 'asc' };
const unknownOnly = { status: 'unknown' };
const missedOnly = { captureUrgency: 'missed', sort: 'captureBy', order: 'desc' };
const listOf = (search: Record<string, string>) => ({ to: '/payments' as const, search });

/** What is due and what is in doubt, each number a link to its payments. */
export function Figures({ overview }: { readonly overview: Overview }) {
  const words = useTranslations('overview');
  const { can } = useSession();
  const { critical, urgent, missed } = overview.queueCounts;
  return (
    <nav aria-label={words('figures')} className={styles.figures}>
      <Figure
        label={words('due')}
        text={words('dueText', { critical })}
        level={critical > 0 ? 'critical' : urgent > 0 ? 'urgent' : 'calm'}
        to={listOf(dueFirst)}
      >
        {critical + urgent}
      </Figure>
      <Figure
        label={words('atRisk')}
        text={words('atRiskText')}
        level={overview.atRisk > 0 ? 'urgent' : 'calm'}
        to={listOf(largestFirst)}
      >
        <MoneyText minor={overview.atRisk} />
      </Figure>
      <Figure
        label={words('lapsed')}
        text={words('lapsedText', { count: missed })}
        level={missed > 0 ? 'urgent' : 'calm'}
        to={listOf(missedOnly)}
      >
        <MoneyText minor={overview.missedAmount} />
      </Figure>
      {can('refund') || !can('capture') ? (
        <Figure
          label={words('refunds')}
          text={words('refundsText')}
          level={overview.refundsNearCount > 0 ? 'soon' : 'calm'}
          to={listOf(closingFirst)}
        >
          {overview.refundsNearCount}
        </Figure>
      ) : null}
      <Figure
        label={words('unknown')}
        text={words('unknownText')}
        level={overview.unknownCount > 0 ? 'unknown' : 'calm'}
        to={listOf(unknownOnly)}
      >
        {overview.unknownCount}
      </Figure>
    </nav>
  );
}
