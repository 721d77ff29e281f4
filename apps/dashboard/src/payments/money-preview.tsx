import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { useAnnounce } from '../ui/announce.tsx';
import { Icon } from '../ui/icon.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { useFormat } from '../ui/use-format.ts';
import styles from './money-form.module.css';
import own from './money-preview.module.css';
import type { PreviewFigures } from './preview-amounts.ts';

type Figure = 'captured' | 'refunded' | 'reversed' | 'closed' | 'remaining' | 'refundable';
type MoneyPreviewProps = {
  readonly before: PreviewFigures;
  /** Null while the typed amount cannot be sent. */
  readonly after: PreviewFigures | null;
  readonly figures: readonly Figure[];
  readonly currency: string;
  /** The outcome in one sentence, read out once typing has paused. */
  readonly sentence: string | null;
};

const quietMs = 600;

/** Before → after, so that the result is seen before the click. */
export function MoneyPreview({ before, after, figures, currency, sentence }: MoneyPreviewProps) {
  const words = useTranslations('payments');
  const format = useFormat();
  const announce = useAnnounce();

  useEffect(() => {
    if (sentence === null) return;
    const timer = setTimeout(() => announce(sentence), quietMs);
    return () => clearTimeout(timer);
  }, [sentence, announce]);

  return (
    <table className={styles.preview}>
      <caption>{words('form.result')}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{words('form.now')}</th>
          <th scope="col">{words('form.after')}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <tr key={figure}>
            <th scope="row">{words(`amounts.${figure}`)}</th>
            <td>{format.amount(before[figure], currency)}</td>
            <td className={changeClass(before[figure], after?.[figure])}>
              {after === null ? '' : format.amount(after[figure], currency)}
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">{words('amounts.status')}</th>
          {/* One cell: two long badges side by side are wider than a phone. */}
          <td colSpan={2}>
            <div className={own.states}>
              <span className="visually-hidden">{words('form.now')} </span>
              <StatusBadge status={before.status} />
              {after === null ? null : (
                <>
                  <Icon name="chevron-right" />
                  <span className="visually-hidden"> {words('form.after')} </span>
                  <StatusBadge status={after.status} />
                </>
              )}
            </div>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function changeClass(before: number, after: number | undefined): string | undefined {
  return after === undefined || after === before ? styles.same : styles.changed;
}
