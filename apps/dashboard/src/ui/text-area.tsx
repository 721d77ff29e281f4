import { type ComponentProps, type ReactNode, useId } from 'react';
import styles from './field.module.css';
import { describedBy, Field } from './field.tsx';

type TextAreaProps = Omit<ComponentProps<'textarea'>, 'id' | 'className'> & {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly counter?: string | undefined;
};

/** Several lines of text; spread `register('name')` of react-hook-form into it. */
export function TextArea({ label, hint, error, counter, rows = 6, ...input }: TextAreaProps) {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} error={error} counter={counter}>
      <textarea
        {...input}
        id={id}
        rows={rows}
        className={styles.input}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={describedBy(id, error, hint)}
      />
    </Field>
  );
}
