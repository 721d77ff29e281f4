import { useTranslations } from 'use-intl';
import { Select } from '../ui/select.tsx';
import { type Keep, keepHours } from './shop-api.ts';

type KeepSelectProps = {
  readonly label: string;
  readonly hint: string;
  readonly value: Keep;
  readonly onChange: (keep: Keep) => void;
};

/** How long what is replaced may still be used. */
export function KeepSelect({ label, hint, value, onChange }: KeepSelectProps) {
  const words = useTranslations('shopApi');
  const choices = Object.keys(keepHours) as Keep[];
  return (
    <Select
      label={label}
      hint={hint}
      value={value}
      onChange={({ target }) => onChange(choices.find((known) => known === target.value) ?? value)}
      options={choices.map((keep) => ({ value: keep, label: words(`keep.${keep}`) }))}
    />
  );
}
