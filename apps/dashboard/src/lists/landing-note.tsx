import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { showMoment } from '../ui/swiss-day.ts';
import { useFormat } from '../ui/use-format.ts';
import styles from './landing-note.module.css';
import type { ListStart } from './read-window.ts';

type LandingNoteProps = {
  readonly start: ListStart;
  /** Names the asking; null while it is being answered. */
  readonly landing: { readonly key: string; readonly isBeyond: boolean } | null;
  /** What the first row from there on has in the order of the list: ms UTC or minor units; null for no deadline. */
  readonly found: number | null | undefined;
  readonly onBack: () => void;
};

/** From where on a list is shown, and what is to be known about that. */
export function LandingNote({ start, landing, found, onBack }: LandingNoteProps) {
  const words = useTranslations('payments.goTo');
  const format = useFormat();
  const text = (): string | null => {
    if (start === null || landing === null) return null;
    if (start === 'end') return words('atEnd');
    const { at } = start;
    const isAmount = typeof at === 'number';
    const place = isAmount ? format.money(at) : showMoment(at);
    if (landing.isBeyond || found === undefined) return words('beyond', { place });
    if (found === null) return words('withoutDeadline', { place });
    const next = isAmount ? format.money(found) : format.day(found);
    const isThere = next === place || String(at).includes('T');
    return isThere ? words('from', { place }) : words('gap', { place, next });
  };
  // Said of the moment of asking: rows come and go afterwards.
  const said = useMemo(text, [landing?.key, format.lang]);
  if (said === null) return null;
  return (
    <div className={styles.landing}>
      <Notice
        tone={landing?.isBeyond ? 'warning' : 'info'}
        role="status"
        actions={
          <Button size="small" onPress={onBack}>
            {words('start')}
          </Button>
        }
      >
        {said}
      </Notice>
    </div>
  );
}
