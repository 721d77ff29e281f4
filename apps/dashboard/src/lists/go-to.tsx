import { type SubmitEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { AmountField } from '../ui/amount-field.tsx';
import { Button } from '../ui/button.tsx';
import { formatMoney, parseAmount } from '../ui/money.ts';
import { parseSwissMoment, showMoment } from '../ui/swiss-day.ts';
import { TextField } from '../ui/text-field.tsx';
import forms from './filters.module.css';
import { readStart } from './list-start.ts';
import { PopoverButton } from './popover-button.tsx';

type GoToProps = {
  /** The order of the list: it can begin at a value of that. */
  readonly sort: GoToSort;
  /** Where it begins now. */
  readonly at: string | undefined;
  /** Undefined: at its beginning. */
  readonly onGo: (at: string | undefined) => void;
};
export type GoToSort = 'created' | 'at' | 'captureBy' | 'refundUntil' | 'amount';

/** Leads to any place of a list, however many rows lie before it. */
export function GoTo({ sort, at, onGo }: GoToProps) {
  const words = useTranslations('payments.goTo');
  return (
    <PopoverButton label={words(`to.${sort}`)}>
      {(close) => (
        <GoToForm
          key={`${sort} ${at}`}
          sort={sort}
          at={at}
          onGo={(to) => {
            close();
            onGo(to);
          }}
        />
      )}
    </PopoverButton>
  );
}

function GoToForm({ sort, at, onGo }: GoToProps) {
  const words = useTranslations('payments.goTo');
  const filter = useTranslations('payments.filter');
  const errors = useTranslations('payments.amountError');
  const isAmount = sort === 'amount';
  const [text, setText] = useState(() => textOf(at, sort));
  const [error, setError] = useState<string | undefined>();

  const go = (event: SubmitEvent) => {
    event.preventDefault();
    if (isAmount) {
      const { minor, problem } = parseAmount(text);
      if (problem !== undefined) setError(errors(problem, { input: text }));
      else onGo(String(minor / 100));
      return;
    }
    const moment = parseSwissMoment(text);
    if (moment === null || readStart(moment, sort) === null) setError(filter('badDay'));
    else onGo(moment);
  };

  return (
    <form className={forms.form} onSubmit={go} noValidate>
      {isAmount ? (
        <AmountField
          label={filter('amount')}
          currency="CHF"
          value={text}
          onChange={setText}
          error={error}
        />
      ) : (
        <TextField
          label={words('day')}
          hint={filter('dayHint')}
          error={error}
          inputMode="numeric"
          autoComplete="off"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      )}
      <Button type="submit" tone="primary">
        {words('go')}
      </Button>
      <Button size="small" onPress={() => onGo(undefined)}>
        {words('start')}
      </Button>
      <Button size="small" onPress={() => onGo('end')}>
        {words('end')}
      </Button>
    </form>
  );
}

function textOf(at: string | undefined, sort: GoToSort): string {
  const start = at === undefined ? null : readStart(at, sort);
  if (start === null || start === 'end') return '';
  return typeof start.at === 'number'
    ? formatMoney(start.at, 'CHF', { code: false })
    : showMoment(start.at);
}
