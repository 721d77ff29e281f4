import { useTranslations } from 'use-intl';
import { RadioCards } from '../ui/radio-cards.tsx';
import { useFormat } from '../ui/use-format.ts';
import type { RestChoice } from './capture-choice.ts';
import type { Payment } from './payment.ts';

type CaptureRestProps = {
  readonly payment: Payment;
  /** What a capture of the typed amount would leave, in minor units. */
  readonly rest: number;
  readonly value: RestChoice | null;
  readonly onChange: (choice: RestChoice) => void;
  readonly error?: string | undefined;
};

/** Keep the authorization open or close the rest, each with what it means in money and time. */
export function CaptureRest({ payment, rest, value, onChange, error }: CaptureRestProps) {
  const words = useTranslations('payments.capture');
  const format = useFormat();
  const { severalCaptures } = payment.connection;
  const amount = format.money(rest, payment.currency);

  return (
    <RadioCards
      label={words('question', { rest: amount })}
      value={value}
      onChange={onChange}
      error={error}
      options={[
        {
          value: 'keep',
          title: words('keep'),
          text: keepText(),
          disabledReason: severalCaptures === 'no' ? words('keepNo') : undefined,
        },
        { value: 'close', title: words('close'), text: words('closeText', { rest: amount }) },
      ]}
    />
  );

  function keepText() {
    if (payment.captureBy === null) return words('keepTextPlain', { rest: amount });
    const values = { rest: amount, deadline: format.shortInstant(payment.captureBy) };
    const text = words('keepText', values);
    return severalCaptures === 'unconfirmed' ? `${text} ${words('keepUnconfirmed', values)}` : text;
  }
}
