import { type SubmitEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { useNow } from '../ui/now.tsx';
import {
  datePresets,
  endOfMoment,
  parseSwissMoment,
  presetDays,
  showMoment,
} from '../ui/swiss-day.ts';
import { TextField } from '../ui/text-field.tsx';
import styles from './filters.module.css';

export type Days = { readonly from?: string | undefined; readonly to?: string | undefined };
type FilterDateFormProps = { readonly days: Days; readonly onApply: (days: Days) => void };
type DayProblem = 'badDay' | 'dayOrder';

/** The day a payment arrived, in Swiss time: presets, or both ends by hand. */
export function FilterDateForm({ days, onApply }: FilterDateFormProps) {
  const words = useTranslations('payments.filter');
  const presets = useTranslations('payments.presets');
  const now = useNow();
  const [from, setFrom] = useState(days.from === undefined ? '' : showMoment(days.from));
  const [to, setTo] = useState(days.to === undefined ? '' : showMoment(days.to));
  const [problems, setProblems] = useState<{ from?: DayProblem; to?: DayProblem }>({});

  const apply = (event: SubmitEvent) => {
    event.preventDefault();
    const read = { from: readDay(from), to: readDay(to) };
    if (read.from === null || read.to === null) {
      setProblems({
        ...(read.from === null && { from: 'badDay' }),
        ...(read.to === null && { to: 'badDay' }),
      });
    } else if (
      read.from !== undefined &&
      read.to !== undefined &&
      endOfMoment(read.to) < read.from
    ) {
      setProblems({ to: 'dayOrder' });
    } else {
      onApply({ from: read.from, to: read.to });
    }
  };

  return (
    <form className={styles.form} onSubmit={apply} noValidate>
      <fieldset className={styles.presets}>
        <legend>{presets('label')}</legend>
        {datePresets.map((preset) => (
          <Button key={preset} size="small" onPress={() => onApply(presetDays(preset, now))}>
            {presets(preset)}
          </Button>
        ))}
      </fieldset>
      <TextField
        label={words('from')}
        hint={words('dayHint')}
        error={problems.from && words(problems.from)}
        inputMode="numeric"
        autoComplete="off"
        value={from}
        onChange={(event) => setFrom(event.target.value)}
      />
      <TextField
        label={words('to')}
        error={problems.to && words(problems.to)}
        inputMode="numeric"
        autoComplete="off"
        value={to}
        onChange={(event) => setTo(event.target.value)}
      />
      <Button type="submit" tone="primary">
        {words('apply')}
      </Button>
    </form>
  );
}

const readDay = (text: string) => (text.trim() === '' ? undefined : parseSwissMoment(text));
