import { toAmountText } from './money.ts';
import { useFormat } from './use-format.ts';

type MoneyTextProps = {
  readonly minor: number;
  readonly currency?: string;
  /** Off where a heading names the currency. */
  readonly code?: boolean;
};

/** An amount for eyes and machines. */
export function MoneyText({ minor, currency = 'CHF', code = true }: MoneyTextProps) {
  const format = useFormat();
  return (
    <data className="numbers" value={toAmountText(minor, currency)}>
      {code ? format.money(minor, currency) : format.amount(minor, currency)}
    </data>
  );
}
