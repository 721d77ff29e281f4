import { type ReactNode, type Ref, useId } from 'react';
import { classNames } from './class-names.ts';
import styles from './radio-cards.module.css';

type RadioCard<Value extends string> = {
  readonly value: Value;
  readonly title: string;
  readonly text?: ReactNode;
  /** Why this choice cannot be made now; it stays reachable and says so. */
  readonly disabledReason?: string | undefined;
};

type RadioCardsProps<Value extends string> = {
  readonly label: string;
  /** Null while nothing is chosen: no choice is preselected then. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly options: readonly RadioCard<Value>[];
  readonly error?: string | undefined;
  /** The first choice, so that a form can lead to it. */
  readonly ref?: Ref<HTMLInputElement>;
};

/** A choice whose consequences need a sentence each. */
export function RadioCards<Value extends string>({
  label,
  value,
  onChange,
  options,
  error,
  ref,
}: RadioCardsProps<Value>) {
  const name = useId();
  return (
    <fieldset
      className={styles.group}
      aria-describedby={error === undefined ? undefined : `${name}-error`}
    >
      <legend className={styles.legend}>{label}</legend>
      {options.map((option, index) => {
        const blocked = option.disabledReason !== undefined;
        const checked = option.value === value;
        const text = option.disabledReason ?? option.text;
        return (
          <label key={option.value} className={classNames(styles.card, checked && styles.checked)}>
            <input
              ref={index === 0 ? ref : undefined}
              type="radio"
              name={name}
              value={option.value}
              checked={checked}
              aria-disabled={blocked || undefined}
              aria-describedby={text === undefined ? undefined : `${name}-${option.value}`}
              onChange={() => {
                if (!blocked) onChange(option.value);
              }}
            />
            <span className={styles.title}>{option.title}</span>
            {text === undefined ? null : (
              <span id={`${name}-${option.value}`} className={styles.text}>
                {text}
              </span>
            )}
          </label>
        );
      })}
      {error === undefined ? null : (
        <p id={`${name}-error`} className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
