import { useEffect, useRef } from 'react';
import { type Control, Controller, type FieldPathByValue, type FieldValues } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { AmountField } from '../ui/amount-field.tsx';
import { useFormat } from '../ui/use-format.ts';
import type { AmountLimits } from './amount-rule.ts';

type MoneyAmountProps<Fields extends FieldValues> = {
  readonly control: Control<Fields>;
  readonly name: FieldPathByValue<Fields, string>;
  readonly limits: AmountLimits;
  readonly error: string | undefined;
  /** Such as the personal limit, beside the range. */
  readonly hint?: string | undefined;
  readonly takesFocus?: boolean;
};

/** The amount of a money form: focused and selected as the dialog opens, with a button for all of it. */
export function MoneyAmount<Fields extends FieldValues>({
  control,
  name,
  limits,
  error,
  hint,
  takesFocus = true,
}: MoneyAmountProps<Fields>) {
  const words = useTranslations('payments.form');
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  const { max, min, currency } = limits;
  const range = words('between', {
    min: format.amount(min, currency),
    max: format.amount(max, currency),
  });

  useEffect(() => {
    if (takesFocus) box.current?.querySelector('input')?.focus();
  }, [takesFocus]);

  return (
    <div ref={box} data-field={name}>
      <Controller
        control={control}
        name={name}
        render={({ field }) => (
          <AmountField
            label={words('amount', { currency })}
            currency={currency}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            name={field.name}
            hint={hint === undefined ? range : `${range} · ${hint}`}
            error={error}
            max={max}
            allLabel={words('all', { amount: format.amount(max, currency) })}
          />
        )}
      />
    </div>
  );
}
