import { type ReactNode, useEffect, useRef } from 'react';
import styles from './page.module.css';

/** The first page after loading leaves the focus to the browser; every later one takes it to its heading. */
let isFirstPage = true;

type PageProps = {
  readonly title: string;
  /** Where the tab needs more than the heading says. */
  readonly documentTitle?: string | undefined;
  /** A line above the heading: the way back. */
  readonly above?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** Heading, document title and focus of one page. */
export function Page({ title, documentTitle, above, actions, children }: PageProps) {
  const page = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = documentTitle ?? `${title} – Paygate Desk`;
  }, [title, documentTitle]);

  useEffect(() => {
    // A grid that gets back its row, or a dialog, has taken the focus already.
    const isTaken =
      page.current?.contains(document.activeElement) === true ||
      document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
    if (!isFirstPage && !isTaken) heading.current?.focus();
    isFirstPage = false;
  }, []);

  return (
    <div ref={page} className={styles.page}>
      {above}
      <div className={styles.head}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}
