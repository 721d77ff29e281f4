import { type SubmitEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './filters.module.css';

type FilterTextFormProps = {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  /** What is wrong with a text, in words; null when it can be applied. */
  readonly problemOf: (text: string) => string | null;
  /** Empty: the filter goes away. */
  readonly onApply: (text: string) => void;
};

/** A filter that is one short text. */
export function FilterTextForm({ label, hint, value, problemOf, onApply }: FilterTextFormProps) {
  const words = useTranslations('payments.filter');
  const [text, setText] = useState(value);
  const [problem, setProblem] = useState<string | null>(null);

  const apply = (event: SubmitEvent) => {
    event.preventDefault();
    const typed = text.trim();
    const found = typed === '' ? null : problemOf(typed);
    setProblem(found);
    if (found === null) onApply(typed);
  };

  return (
    <form className={styles.form} onSubmit={apply} noValidate>
      <TextField
        label={label}
        hint={hint}
        error={problem ?? undefined}
        inputMode="numeric"
        autoComplete="off"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Button type="submit" tone="primary">
        {words('apply')}
      </Button>
    </form>
  );
}
