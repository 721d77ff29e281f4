import { type SubmitEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { useNow } from '../ui/now.tsx';
import { Select } from '../ui/select.tsx';
import { datePresets, parseSwissDay, presetDays, showSwissDay } from '../ui/swiss-day.ts';
import { TextField } from '../ui/text-field.tsx';
import { dayKinds, type ReportSearch, units } from './report-search.ts';
import styles from './reports.module.css';

type ReportFormProps = {
  readonly search: ReportSearch;
  readonly merchants: readonly { readonly merchantId: number; readonly merchantName: string }[];
  readonly connections: readonly {
    readonly slug: string;
    readonly label: string;
    readonly merchantId: number;
  }[];
  readonly onSearch: (search: ReportSearch) => void;
};
type Problem = 'badDay' | 'dayOrder';

/** Range, division, kind of day and connection. The range by preset or by hand, in Swiss days. */
export function ReportForm({ search, merchants, connections, onSearch }: ReportFormProps) {
  const words = useTranslations('reports.form');
  const texts = useTranslations('payments');
  const now = useNow();
  const [from, setFrom] = useState(showSwissDay(search.from));
  const [to, setTo] = useState(showSwissDay(search.to));
  const [problems, setProblems] = useState<{ from?: Problem; to?: Problem }>({});

  const offered = connections.filter(
    ({ merchantId }) => search.merchant === undefined || search.merchant === merchantId,
  );

  const apply = (event: SubmitEvent) => {
    event.preventDefault();
    const days = { from: parseSwissDay(from), to: parseSwissDay(to) };
    const found = {
      ...(days.from === null && { from: 'badDay' as const }),
      ...(days.to === null && { to: 'badDay' as const }),
      ...(days.from !== null &&
        days.to !== null &&
        days.to < days.from && { to: 'dayOrder' as const }),
    };
    setProblems(found);
    if (days.from === null || days.to === null || days.to < days.from) return;
    onSearch({ ...search, from: days.from, to: days.to });
  };
  const choose = (preset: (typeof datePresets)[number]) => {
    const days = presetDays(preset, now);
    setFrom(showSwissDay(days.from));
    setTo(showSwissDay(days.to));
    setProblems({});
    onSearch({ ...search, ...days });
  };

  return (
    <form className={styles.form} onSubmit={apply} noValidate>
      <fieldset className={styles.presets}>
        <legend>{texts('presets.label')}</legend>
        {datePresets.map((preset) => (
          <Button key={preset} size="small" onPress={() => choose(preset)}>
            {texts(`presets.${preset}`)}
          </Button>
        ))}
      </fieldset>
      <div className={styles.fields}>
        <TextField
          label={texts('filter.from')}
          hint={words('dayHint')}
          error={problems.from && texts(`filter.${problems.from}`)}
          autoComplete="off"
          inputMode="numeric"
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
        <TextField
          label={texts('filter.to')}
          error={problems.to && texts(`filter.${problems.to}`)}
          autoComplete="off"
          inputMode="numeric"
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
        <Select
          label={words('unit')}
          options={units.map((value) => ({ value, label: words(`units.${value}`) }))}
          value={search.unit}
          onChange={({ target }) =>
            onSearch({ ...search, unit: units.find((unit) => unit === target.value) ?? 'day' })
          }
        />
        <Select
          label={words('day')}
          options={dayKinds.map((value) => ({ value, label: words(`days.${value}`) }))}
          value={search.day}
          onChange={({ target }) =>
            onSearch({ ...search, day: dayKinds.find((day) => day === target.value) ?? 'calendar' })
          }
        />
        {merchants.length < 2 ? null : (
          <Select
            label={words('merchant')}
            options={[
              { value: '', label: words('allMerchants') },
              ...merchants.map(({ merchantId, merchantName }) => ({
                value: String(merchantId),
                label: merchantName,
              })),
            ]}
            value={search.merchant === undefined ? '' : String(search.merchant)}
            onChange={({ target }) => {
              // A connection belongs to one merchant.
              const { connection: _, merchant: __, ...rest } = search;
              onSearch(target.value === '' ? rest : { ...rest, merchant: Number(target.value) });
            }}
          />
        )}
        {offered.length < 2 && search.connection === undefined ? null : (
          <Select
            label={words('connection')}
            options={[
              { value: '', label: words('allConnections') },
              ...offered.map(({ slug, label }) => ({ value: slug, label })),
            ]}
            value={search.connection ?? ''}
            onChange={({ target }) => {
              const { connection: _, ...rest } = search;
              onSearch(target.value === '' ? rest : { ...rest, connection: target.value });
            }}
          />
        )}
        <Button type="submit">{words('show')}</Button>
      </div>
    </form>
  );
}
