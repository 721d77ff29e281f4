import { type SubmitEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { AmountField } from '../ui/amount-field.tsx';
import { Button } from '../ui/button.tsx';
import { formatMoney, parseAmount } from '../ui/money.ts';
import styles from './payment-filters.module.css';

export type AmountRange = {
  readonly amountMin?: number | undefined;
  readonly amountMax?: number | undefined;
};
type FilterAmountFormProps = {
  /** What amount is meant, where it is not the authorized one. */
  readonly hint?: string;
  readonly range: AmountRange;
  readonly onApply: (range: AmountRange) => void;
};
type Problems = { readonly min?: string; readonly max?: string };

/** From and up to which authorized amount; either end may stay empty. */
export function FilterAmountForm({ hint, range, onApply }: FilterAmountFormProps) {
  const words = useTranslations('payments.filter');
  const errors = useTranslations('payments.amountError');
  const [min, setMin] = useState(toText(range.amountMin));
  const [max, setMax] = useState(toText(range.amountMax));
  const [problems, setProblems] = useState<Problems>({});

  const apply = (event: SubmitEvent) => {
    event.preventDefault();
    const low = parseAmount(min);
    const high = parseAmount(max);
    const lowProblem = min.trim() === '' ? undefined : low.problem;
    const highProblem = max.trim() === '' ? undefined : high.problem;
    if (lowProblem !== undefined || highProblem !== undefined) {
      setProblems({
        ...(lowProblem && { min: errors(lowProblem, { input: min }) }),
        ...(highProblem && { max: errors(highProblem, { input: max }) }),
      });
    } else if ((high.minor ?? Number.POSITIVE_INFINITY) < (low.minor ?? 0)) {
      setProblems({ max: words('amountOrder') });
    } else {
      onApply({ amountMin: low.minor, amountMax: high.minor });
    }
  };

  return (
    <form className={styles.form} onSubmit={apply} noValidate>
      <AmountField
        label={words('amountMin')}
        hint={hint ?? words('amountHint')}
        currency="CHF"
        value={min}
        onChange={setMin}
        error={problems.min}
      />
      <AmountField
        label={words('amountMax')}
        currency="CHF"
        value={max}
        onChange={setMax}
        error={problems.max}
      />
      <Button type="submit" tone="primary">
        {words('apply')}
      </Button>
    </form>
  );
}

const toText = (minor: number | undefined) =>
  minor === undefined ? '' : formatMoney(minor, 'CHF', { code: false });
