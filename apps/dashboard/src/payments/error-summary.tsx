import { type RefObject, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import styles from './money-form.module.css';

type FieldError = { readonly field: string; readonly text: string };
type ErrorSummaryProps = {
  /** In the order of the form; `field` is the `data-field` of its wrapper. */
  readonly errors: readonly FieldError[];
  /** Grows with every press of the sending button. */
  readonly attempt: number;
  readonly form: RefObject<HTMLElement | null>;
};

/** After a press with errors: one error takes the focus to its field, several are listed on top first. */
export function ErrorSummary({ errors, attempt, form }: ErrorSummaryProps) {
  const words = useTranslations('payments.form');
  const summary = useRef<HTMLDivElement>(null);
  const shown = useRef(0);

  const goTo = (field: string) =>
    form.current
      ?.querySelector<HTMLElement>(`[data-field="${field}"] :is(input, select, textarea)`)
      ?.focus();

  useEffect(() => {
    if (attempt === shown.current || errors[0] === undefined) return;
    shown.current = attempt;
    if (errors.length > 1) summary.current?.focus();
    else goTo(errors[0].field);
  });

  if (errors.length < 2) return null;
  return (
    <div ref={summary} tabIndex={-1} role="alert" className={styles.summary}>
      <h3>{words('problem')}</h3>
      <ul>
        {errors.map(({ field, text }) => (
          <li key={field}>
            <button type="button" className={styles.summaryLink} onClick={() => goTo(field)}>
              {text}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
