import { type Ref, useState } from 'react';
import { useTranslations } from 'use-intl';
import { isDay, parseSwissDay, showSwissDay } from './swiss-day.ts';
import { TextField } from './text-field.tsx';

type DateFieldProps = {
  readonly label: string;
  readonly hint?: string;
  /** YYYY-MM-DD, empty, or what was typed while that is no day. */
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
  readonly ref?: Ref<HTMLInputElement>;
};

/**
 * A day as people write it here. The browser's own field shows it in the order of its language,
 * where 03/04 is another day. What is no day stays as it was typed, with what to write instead.
 */
export function DateField({ label, hint, value, error, onChange, ref }: DateFieldProps) {
  const words = useTranslations('ui.day');
  const [typed, setTyped] = useState<string | null>(null);
  const [isLeft, setLeft] = useState(false);
  const shown = typed ?? (isDay(value) ? showSwissDay(value) : value);
  const isWrong = shown.trim() !== '' && parseSwissDay(shown) === null;
  const says = isWrong && (isLeft || error !== undefined) ? words('bad', { input: shown }) : error;
  return (
    <TextField
      ref={ref}
      label={label}
      hint={hint ?? words('hint')}
      error={says}
      autoComplete="off"
      value={shown}
      onChange={({ target }) => {
        setTyped(target.value);
        setLeft(false);
        onChange(parseSwissDay(target.value) ?? target.value.trim());
      }}
      onBlur={() => {
        setLeft(true);
        if (!isWrong) setTyped(null);
      }}
    />
  );
}
