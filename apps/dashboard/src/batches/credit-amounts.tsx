import { useTranslations } from 'use-intl';
import { AmountField } from '../ui/amount-field.tsx';
import { formatMoney } from '../ui/money.ts';
import { useFormat } from '../ui/use-format.ts';
import type { BatchPlan } from './batch.ts';
import styles from './batches.module.css';
import { problemOfAmount } from './line-amount.ts';
import { useObstacleText } from './use-obstacle-text.ts';

type Line = BatchPlan['credits'][number];
type CreditAmountsProps = {
  readonly lines: readonly Line[];
  /** As typed, by payment; who typed nothing gives back all. */
  readonly typed: Readonly<Record<string, string>>;
  /** Whether the lines tell of exactly what is typed now. */
  readonly isChecked: boolean;
  readonly onType: (paymentId: string, text: string) => void;
};

/** What is given back of each payment that was selected: all of it, or a part. */
export function CreditAmounts({ lines, typed, isChecked, onType }: CreditAmountsProps) {
  const words = useTranslations('batches');
  return (
    <fieldset className={styles.amounts}>
      <legend>{words('creditAmounts')}</legend>
      <p className={styles.detail}>{words('creditAmountsLead')}</p>
      {lines.map((line) => (
        <CreditAmount
          key={line.id}
          line={line}
          text={typed[line.id]}
          isChecked={isChecked}
          onType={(text) => onType(line.id, text)}
        />
      ))}
    </fieldset>
  );
}

type CreditAmountProps = Pick<CreditAmountsProps, 'isChecked'> & {
  readonly line: Line;
  readonly text: string | undefined;
  readonly onType: (text: string) => void;
};

function CreditAmount({ line, text, isChecked, onType }: CreditAmountProps) {
  const words = useTranslations('batches');
  const amountWords = useTranslations('payments.amountError');
  const format = useFormat();
  const obstacle = useObstacleText();
  const { refNr, transId, refundable, reason, min, max } = line;
  const order = refNr ?? transId;
  if (refundable === 0) {
    return (
      <p>
        <bdi>{order}</bdi>: {obstacle(reason ?? 'nothing-left')}
      </p>
    );
  }
  const shown = text ?? formatMoney(refundable, 'CHF', { code: false });
  const problem = problemOfAmount(shown, refundable);
  const refusal = (): string | undefined => {
    if (problem !== null) {
      return amountWords(problem, { input: shown, max: format.money(refundable) });
    }
    if (!isChecked || reason === null) return undefined;
    if (reason === 'amount-too-low') return amountWords('min', { min: format.money(min ?? 0) });
    if (reason === 'amount-too-high') return amountWords('max', { max: format.money(max ?? 0) });
    return obstacle(reason);
  };
  return (
    <AmountField
      label={words('creditAmount', { order })}
      currency="CHF"
      value={shown}
      hint={words('creditMost', { max: format.money(refundable) })}
      error={refusal()}
      // Leaving a field puts it into its form; that alone changes nothing.
      onChange={(changed) => (changed === shown ? undefined : onType(changed))}
    />
  );
}
