import { type SubmitEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import styles from './filters.module.css';

type FilterChoiceFormProps<Value extends string> = {
  readonly legend: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly chosen: readonly Value[];
  /** One choice only, such as the connection. */
  readonly isSingle?: boolean;
  /** Empty when nothing is ticked: the filter goes away. */
  readonly onApply: (chosen: readonly Value[]) => void;
};

/** Ticks for a filter with a closed list of values. */
export function FilterChoiceForm<Value extends string>({
  legend,
  options,
  chosen,
  isSingle = false,
  onApply,
}: FilterChoiceFormProps<Value>) {
  const words = useTranslations('payments.filter');
  const [ticked, setTicked] = useState<readonly Value[]>(chosen);

  const toggle = (value: Value, isTicked: boolean) => {
    if (isSingle) setTicked([value]);
    else setTicked(isTicked ? [...ticked, value] : ticked.filter((other) => other !== value));
  };
  const apply = (event: SubmitEvent) => {
    event.preventDefault();
    onApply(options.map(({ value }) => value).filter((value) => ticked.includes(value)));
  };

  return (
    <form className={styles.form} onSubmit={apply}>
      <fieldset className={styles.choices}>
        <legend>{legend}</legend>
        {options.map(({ value, label }) => (
          <label key={value} className={styles.choice}>
            <input
              type={isSingle ? 'radio' : 'checkbox'}
              name="choice"
              checked={ticked.includes(value)}
              onChange={(event) => toggle(value, event.target.checked)}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <Button type="submit" tone="primary">
        {words('apply')}
      </Button>
    </form>
  );
}
