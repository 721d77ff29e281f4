import { type ReactNode, useId } from 'react';
import styles from './section.module.css';

type SectionProps = { readonly title: string; readonly children: ReactNode };

/** One part of a page, with its heading beside it where there is room. */
export function Section({ title, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className={styles.fields}>{children}</div>
    </section>
  );
}
