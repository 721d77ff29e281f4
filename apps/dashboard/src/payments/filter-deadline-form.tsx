import { type SubmitEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { parseWhole } from '../lists/address-reader.ts';
import styles from '../lists/filters.module.css';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { filterUrgencies, type PaymentSearch } from './payment-search.ts';

type Urgencies = NonNullable<PaymentSearch['captureUrgency']>;
export type DeadlineChoice = {
  readonly urgency?: Urgencies | undefined;
  /** Hours. */
  readonly within?: number | undefined;
};

type FilterDeadlineFormProps = {
  readonly legend: string;
  readonly chosen: DeadlineChoice;
  readonly onApply: (choice: DeadlineChoice) => void;
};

const shortcuts = [4, 24, 72] as const;
const aYear = 8760;

/** A deadline in at most so many hours, or by how pressing it is; one takes the place of the other. */
export function FilterDeadlineForm({ legend, chosen, onApply }: FilterDeadlineFormProps) {
  const words = useTranslations('payments');
  const [hours, setHours] = useState(chosen.within === undefined ? '' : String(chosen.within));
  const [ticked, setTicked] = useState<Urgencies>(chosen.urgency ?? []);
  const [isWrong, setIsWrong] = useState(false);

  const toggle = (urgency: Urgencies[number], isTicked: boolean) => {
    setHours('');
    setIsWrong(false);
    setTicked(isTicked ? [...ticked, urgency] : ticked.filter((other) => other !== urgency));
  };
  const apply = (event: SubmitEvent) => {
    event.preventDefault();
    const written = hours.trim();
    const within = written === '' ? undefined : parseWhole(written, 1, aYear);
    if (within === null) setIsWrong(true);
    else if (within !== undefined) onApply({ within });
    else onApply({ urgency: filterUrgencies.filter((urgency) => ticked.includes(urgency)) });
  };

  return (
    <form className={styles.form} onSubmit={apply} noValidate>
      <fieldset className={styles.presets}>
        <legend>{words('presets.label')}</legend>
        {shortcuts.map((within) => (
          <Button key={within} size="small" onPress={() => onApply({ within })}>
            {words('filter.withinHours', { hours: within })}
          </Button>
        ))}
      </fieldset>
      <TextField
        label={words('filter.hours')}
        hint={words('filter.hoursHint')}
        error={isWrong ? words('filter.badHours') : undefined}
        inputMode="numeric"
        autoComplete="off"
        value={hours}
        onChange={(event) => {
          setHours(event.target.value);
          setTicked([]);
        }}
      />
      <fieldset className={styles.choices}>
        <legend>{legend}</legend>
        {filterUrgencies.map((urgency) => (
          <label key={urgency} className={styles.choice}>
            <input
              type="checkbox"
              checked={ticked.includes(urgency)}
              onChange={(event) => toggle(urgency, event.target.checked)}
            />
            {words(`urgency.${urgency}`)}
          </label>
        ))}
      </fieldset>
      <Button type="submit" tone="primary">
        {words('filter.apply')}
      </Button>
    </form>
  );
}
