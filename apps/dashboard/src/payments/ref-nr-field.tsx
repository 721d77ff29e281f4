import type { ComponentProps } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './money-form.module.css';
import { refNrMaxLength, suggestRefNr } from './ref-nr.ts';

type RefNrFieldProps = {
  readonly value: string;
  readonly error?: string | undefined;
  readonly onUse: (suggestion: string) => void;
  /** What it is a reference of. */
  readonly label: string;
  readonly input: Omit<ComponentProps<typeof TextField>, 'label'>;
};

/** A reference for the gateway: letters are counted as one types, and never replaced without being asked. */
export function RefNrField({ value, error, onUse, label, input }: RefNrFieldProps) {
  const words = useTranslations('payments.capture');
  const suggestion = suggestRefNr(value);
  return (
    <div data-field="refNr">
      <TextField
        {...input}
        label={label}
        hint={words('refNrHint')}
        error={error}
        counter={`${value.length} / ${refNrMaxLength}`}
        autoComplete="off"
        spellCheck={false}
      />
      {suggestion === null ? null : (
        <div className={styles.suggestion}>
          <Button size="small" onPress={() => onUse(suggestion)}>
            {words('refNrUse', { suggestion })}
          </Button>
        </div>
      )}
    </div>
  );
}
