import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { LanguageLinks } from './language-links.tsx';
import styles from './plain-layout.module.css';

/** The page around what needs no session: one narrow column and the languages. */
export function PlainLayout({ children }: { readonly children: ReactNode }) {
  const words = useTranslations('shell');
  return (
    <div className={styles.plain}>
      <header className={styles.brand}>
        <span className={styles.mark} aria-hidden="true" />
        {words('product')}
      </header>
      <main className={styles.card}>{children}</main>
      <footer>
        <LanguageLinks />
      </footer>
    </div>
  );
}
