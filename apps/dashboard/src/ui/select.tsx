import { type ComponentProps, type ReactNode, useId } from 'react';
import styles from './field.module.css';
import { describedBy, Field } from './field.tsx';
import { Icon } from './icon.tsx';

type SelectProps = Omit<ComponentProps<'select'>, 'id' | 'className' | 'children'> & {
  readonly label: string;
  /** `lang` marks a choice that stands in a language of its own. */
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly lang?: string;
  }[];
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
};

/** The browser's own list, because it is at home on every device; takes `register('name')`. */
export function Select({ label, options, hint, error, ...select }: SelectProps) {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <div className={styles.selectBox}>
        <select
          {...select}
          id={id}
          className={`${styles.input} ${styles.select}`}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={describedBy(id, error, hint)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} lang={option.lang}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="chevron-down" />
      </div>
    </Field>
  );
}
