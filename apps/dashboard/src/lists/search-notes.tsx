import { useTranslations } from 'use-intl';
import styles from './list-page.module.css';

type SearchNotesProps = {
  readonly text: string | undefined;
  /** What each row was found by, in words. */
  readonly parts: readonly string[];
};

/** What a search looked at, and what it found these rows by. */
export function SearchNotes({ text, parts }: SearchNotesProps) {
  const words = useTranslations('payments.search');
  if (text === undefined) return null;
  const named = [...new Set(parts)].join(', ');
  return (
    <div className={styles.foot}>
      {named === '' ? null : <p>{words('foundBy', { parts: named })}</p>}
      {text.length < 3 ? <p>{words('short')}</p> : null}
    </div>
  );
}
