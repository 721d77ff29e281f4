import { type KeyboardEvent, type Ref, useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from '../ui/icon.tsx';
import { longestSearch } from './address-reader.ts';
import styles from './search-box.module.css';

type SearchBoxProps = {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onSearch: (text: string) => void;
  /** Down and Enter go on to the list. */
  readonly onLeave: () => void;
  readonly ref: Ref<HTMLInputElement>;
};

const typingPauseMs = 250;

/** Any id or amount; the list follows as one types. */
export function SearchBox({ label, placeholder, value, onSearch, onLeave, ref }: SearchBoxProps) {
  const words = useTranslations('payments.search');
  const [text, setText] = useState(value);
  const sent = useRef(value);
  const tooLongId = useId();

  useEffect(() => {
    // The address changed by other means, such as a view or the browser's Back.
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);

  useEffect(() => {
    if (text.trim() === sent.current || isTooLong(text)) return;
    const timer = setTimeout(() => {
      sent.current = text.trim();
      onSearch(text.trim());
    }, typingPauseMs);
    return () => clearTimeout(timer);
  }, [text, onSearch]);

  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && text !== '') {
      event.preventDefault();
      setText('');
    } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      onLeave();
    }
  };

  return (
    <search className={styles.search}>
      <Icon name="search" size={16} />
      <input
        ref={ref}
        type="search"
        className={styles.searchInput}
        aria-label={label}
        aria-keyshortcuts="/ F"
        placeholder={placeholder}
        value={text}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={isTooLong(text) || undefined}
        aria-describedby={isTooLong(text) ? tooLongId : undefined}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={press}
      />
      <span className={styles.key} aria-hidden="true">
        /
      </span>
      {isTooLong(text) ? (
        <p id={tooLongId} role="alert" className={styles.tooLong}>
          {words('tooLong', { count: text.trim().length, most: longestSearch })}
        </p>
      ) : null}
    </search>
  );
}

const isTooLong = (text: string) => text.trim().length > longestSearch;
