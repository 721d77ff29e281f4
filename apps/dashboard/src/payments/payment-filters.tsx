import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { FilterAmountForm } from './filter-amount-form.tsx';
import { FilterChip } from './filter-chip.tsx';
import { FilterChoiceForm } from './filter-choice-form.tsx';
import { FilterDateForm } from './filter-date-form.tsx';
import styles from './payment-filters.module.css';
import {
  countFilters,
  filterStatuses,
  filterUrgencies,
  type PaymentSearch,
} from './payment-search.ts';
import { useFilterText } from './use-filter-text.ts';

type PaymentFiltersProps = {
  readonly search: PaymentSearch;
  readonly connections: readonly { readonly slug: string; readonly label: string }[];
  readonly onSearch: (search: PaymentSearch) => void;
};

/** One chip per filter; what is set stands in the address. */
export function PaymentFilters({ search, connections, onSearch }: PaymentFiltersProps) {
  const words = useTranslations('payments');
  const statuses = useTranslations('ui.status');
  const text = useFilterText(search, connections);
  const group = useRef<HTMLFieldSetElement>(null);

  const change = (part: Parameters<typeof mergeSearch>[1]) => onSearch(mergeSearch(search, part));
  const clear = () => {
    group.current?.querySelector('button')?.focus();
    onSearch({ sort: search.sort, order: search.order });
  };

  return (
    <fieldset ref={group} className={styles.filters}>
      <legend className="visually-hidden">{words('filter.label')}</legend>
      <FilterChip
        name={words('filter.status')}
        value={text.status}
        onRemove={() => change({ status: undefined })}
      >
        {(close) => (
          <FilterChoiceForm
            legend={words('filter.status')}
            options={filterStatuses.map((value) => ({ value, label: statuses(value) }))}
            chosen={search.status ?? []}
            onApply={(status) => {
              close();
              change({ status });
            }}
          />
        )}
      </FilterChip>
      {(['captureUrgency', 'refundUrgency'] as const).map((field) => (
        <FilterChip
          key={field}
          name={words(`filter.${field}`)}
          value={text[field]}
          onRemove={() => change({ [field]: undefined })}
        >
          {(close) => (
            <FilterChoiceForm
              legend={words(`filter.${field}`)}
              options={filterUrgencies.map((value) => ({
                value,
                label: words(`urgency.${value}`),
              }))}
              chosen={search[field] ?? []}
              onApply={(chosen) => {
                close();
                change({ [field]: chosen });
              }}
            />
          )}
        </FilterChip>
      ))}
      <FilterChip
        name={words('filter.date')}
        value={text.date}
        onRemove={() => change({ from: undefined, to: undefined })}
      >
        {(close) => (
          <FilterDateForm
            days={search}
            onApply={(days) => {
              close();
              change(days);
            }}
          />
        )}
      </FilterChip>
      <FilterChip
        name={words('filter.amount')}
        value={text.amount}
        onRemove={() => change({ amountMin: undefined, amountMax: undefined })}
      >
        {(close) => (
          <FilterAmountForm
            range={search}
            onApply={(range) => {
              close();
              change(range);
            }}
          />
        )}
      </FilterChip>
      {connections.length < 2 && search.connection === undefined ? null : (
        <FilterChip
          name={words('filter.connection')}
          value={text.connection}
          onRemove={() => change({ connection: undefined })}
        >
          {(close) => (
            <FilterChoiceForm
              legend={words('filter.connection')}
              options={connections.map(({ slug, label }) => ({ value: slug, label }))}
              chosen={search.connection === undefined ? [] : [search.connection]}
              isSingle
              onApply={([connection]) => {
                close();
                change({ connection });
              }}
            />
          )}
        </FilterChip>
      )}
      {countFilters(search) === 0 ? null : (
        <Button tone="quiet" size="small" onPress={clear}>
          {words('filter.clearAll')}
        </Button>
      )}
    </fieldset>
  );
}

type Loose<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** Undefined and empty parts leave the search. */
function mergeSearch(search: PaymentSearch, part: Loose<PaymentSearch>): PaymentSearch {
  const merged = Object.entries({ ...search, ...part }).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return { sort: search.sort, order: search.order, ...Object.fromEntries(merged) };
}
