import { useTranslations } from 'use-intl';
import type { MatchedPart, Payment } from './payment.ts';
import styles from './payments-page.module.css';

type SearchNotesProps = {
  readonly text: string | undefined;
  readonly rows: readonly Payment[];
};

/** What a search looked at, and what it found these rows by. */
export function SearchNotes({ text, rows }: SearchNotesProps) {
  const words = useTranslations('payments.search');
  if (text === undefined) return null;
  const parts = [...new Set<MatchedPart>(rows.flatMap(({ matched = [] }) => matched))];
  return (
    <div className={styles.foot}>
      {parts.length === 0 ? null : (
        <p>{words('foundBy', { parts: parts.map((part) => words(`part.${part}`)).join(', ') })}</p>
      )}
      {text.length < 3 ? <p>{words('short')}</p> : null}
    </div>
  );
}
