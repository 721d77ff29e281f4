import { type SubmitEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { AmountField } from '../ui/amount-field.tsx';
import { Button } from '../ui/button.tsx';
import { formatMoney, parseAmount } from '../ui/money.ts';
import { Select } from '../ui/select.tsx';
import styles from './filters.module.css';

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
const operators = ['between', 'is', 'atLeast', 'atMost'] as const;
type Operator = (typeof operators)[number];
type Problems = { readonly min?: string; readonly max?: string };

/** Which authorized amount: exactly, at least, at most, or between two; either of two may stay empty. */
export function FilterAmountForm({ hint, range, onApply }: FilterAmountFormProps) {
  const words = useTranslations('payments.filter');
  const errors = useTranslations('payments.amountError');
  const [min, setMin] = useState(toText(range.amountMin));
  const [max, setMax] = useState(toText(range.amountMax));
  const [operator, setOperator] = useState(operatorOf(range));
  const [problems, setProblems] = useState<Problems>({});

  const apply = (event: SubmitEvent) => {
    event.preventDefault();
    const first = operator === 'atMost' ? '' : min;
    const second = operator === 'is' ? min : operator === 'atLeast' ? '' : max;
    const low = parseAmount(first);
    const high = parseAmount(second);
    const lowProblem = first.trim() === '' ? undefined : low.problem;
    const highProblem = second.trim() === '' ? undefined : high.problem;
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
      <Select
        label={words('amountOperator')}
        value={operator}
        options={operators.map((value) => ({ value, label: words(`amountIs.${value}`) }))}
        onChange={({ target }) => {
          setOperator(operators.find((known) => known === target.value) ?? 'between');
          setProblems({});
        }}
      />
      {operator === 'atMost' ? null : (
        <AmountField
          label={words(operator === 'is' ? 'amount' : 'amountMin')}
          hint={hint ?? words('amountHint')}
          currency="CHF"
          value={min}
          onChange={setMin}
          error={problems.min}
        />
      )}
      {operator === 'is' || operator === 'atLeast' ? null : (
        <AmountField
          label={words('amountMax')}
          currency="CHF"
          value={max}
          onChange={setMax}
          error={problems.max}
        />
      )}
      <Button type="submit" tone="primary">
        {words('apply')}
      </Button>
    </form>
  );
}

function operatorOf({ amountMin, amountMax }: AmountRange): Operator {
  if (amountMin !== undefined && amountMin === amountMax) return 'is';
  if (amountMin !== undefined && amountMax === undefined) return 'atLeast';
  return amountMin === undefined && amountMax !== undefined ? 'atMost' : 'between';
}

const toText = (minor: number | undefined) =>
  minor === undefined ? '' : formatMoney(minor, 'CHF', { code: false });
