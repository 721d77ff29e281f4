import { type ReactNode, type Ref, useId } from 'react';
import { Button } from './button.tsx';
import styles from './field.module.css';
import { describedBy, Field } from './field.tsx';
import { formatMoney, parseAmount } from './money.ts';

type AmountFieldProps = {
  readonly label: string;
  readonly currency: string;
  /** What was typed, not yet a number: `parseAmount` reads it. */
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onBlur?: () => void;
  readonly name?: string;
  readonly ref?: Ref<HTMLInputElement>;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** Minor units the button beside the field fills in. */
  readonly max?: number;
  readonly allLabel?: string;
  readonly readOnly?: boolean;
};

/** An amount as people write it; put into the standard form when the field is left. */
export function AmountField({
  label,
  currency,
  value,
  onChange,
  onBlur,
  name,
  ref,
  hint,
  error,
  max,
  allLabel,
  readOnly,
}: AmountFieldProps) {
  const id = useId();

  const tidy = () => {
    const { minor } = parseAmount(value, currency);
    if (minor !== undefined) onChange(formatMoney(minor, currency, { code: false }));
    onBlur?.();
  };

  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <div className={styles.row}>
        <div className={styles.money}>
          <bdi className={styles.currency} aria-hidden="true">
            {currency}
          </bdi>
          <input
            ref={ref}
            id={id}
            name={name}
            className={`${styles.input} ${styles.amount}`}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            value={value}
            readOnly={readOnly}
            onChange={(event) => onChange(event.target.value)}
            onFocus={(event) => event.target.select()}
            onBlur={tidy}
            aria-invalid={error === undefined ? undefined : true}
            aria-describedby={describedBy(id, error, hint)}
          />
        </div>
        {max === undefined || allLabel === undefined ? null : (
          <Button
            size="large"
            onPress={() => onChange(formatMoney(max, currency, { code: false }))}
          >
            {allLabel}
          </Button>
        )}
      </div>
    </Field>
  );
}
