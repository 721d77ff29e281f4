import { useTranslations } from 'use-intl';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { SettingsProblems, SettingsTyped } from './batch-settings-fields.ts';

const nameOrders = ['back-office', 'transfer'] as const;
/** One day as each format writes it. */
const dateFormats = {
  YYYYMMDD: '20261128',
  'YYYY-MM-DD': '2026-11-28',
  'DD.MM.YYYY': '28.11.2026',
} as const;
const counts = ['records', 'lines'] as const;
const reversals = ['unconfirmed', 'yes'] as const;

type BatchLayoutFieldsProps = {
  readonly typed: SettingsTyped;
  readonly problems: SettingsProblems;
  readonly onChange: (some: Partial<SettingsTyped>) => void;
};

/** The form of the file, its name, and what the contract says of it. */
export function BatchLayoutFields({ typed, problems, onChange }: BatchLayoutFieldsProps) {
  const words = useTranslations('batches.settings');
  const told = (problem: SettingsProblems[keyof SettingsProblems]) =>
    problem === undefined ? undefined : words(problem);
  return (
    <>
      <TextField
        label={words('version')}
        hint={words('versionHint')}
        error={told(problems.version)}
        value={typed.version}
        onChange={({ target }) => onChange({ version: target.value })}
      />
      <TextField
        label={words('group')}
        hint={words('groupHint')}
        error={told(problems.group)}
        value={typed.group}
        maxLength={30}
        onChange={({ target }) => onChange({ group: target.value })}
      />
      <Select
        label={words('nameOrder')}
        value={typed.nameOrder}
        options={nameOrders.map((value) => ({ value, label: words(`nameOrderValue.${value}`) }))}
        onChange={({ target }) =>
          onChange({ nameOrder: target.value as SettingsTyped['nameOrder'] })
        }
      />
      <Select
        label={words('dateFormat')}
        value={typed.dateFormat}
        options={Object.entries(dateFormats).map(([value, label]) => ({ value, label }))}
        onChange={({ target }) =>
          onChange({ dateFormat: target.value as SettingsTyped['dateFormat'] })
        }
      />
      <Select
        label={words('count')}
        value={typed.count}
        options={counts.map((value) => ({ value, label: words(`countValue.${value}`) }))}
        onChange={({ target }) => onChange({ count: target.value as SettingsTyped['count'] })}
      />
      <Select
        label={words('reversals')}
        value={typed.reversals}
        options={reversals.map((value) => ({ value, label: words(`reversalsValue.${value}`) }))}
        onChange={({ target }) =>
          onChange({ reversals: target.value as SettingsTyped['reversals'] })
        }
      />
      <TextField
        label={words('answerHours')}
        hint={words('answerHoursHint')}
        error={told(problems.hours)}
        inputMode="numeric"
        value={typed.hours}
        onChange={({ target }) => onChange({ hours: target.value })}
      />
    </>
  );
}
