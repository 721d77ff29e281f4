import type { ReactNode } from 'react';
import styles from './field.module.css';

type FieldProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** Such as `12 / 40`, beside the label. */
  readonly counter?: string | undefined;
  readonly children: ReactNode;
};

/** Label, control, hint and error of one input, tied together by `describedBy(id, …)`. */
export function Field({ id, label, hint, error, counter, children }: FieldProps) {
  return (
    <div className={styles.field}>
      <div className={styles.labels}>
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
        {counter === undefined ? null : <span className={styles.counter}>{counter}</span>}
      </div>
      {children}
      {error === undefined ? null : (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** The value of `aria-describedby` for a control inside `Field`. */
export function describedBy(id: string, error: unknown, hint: unknown): string | undefined {
  const ids = [
    error === undefined ? '' : `${id}-error`,
    hint === undefined ? '' : `${id}-hint`,
  ].filter(Boolean);
  return ids.length === 0 ? undefined : ids.join(' ');
}
