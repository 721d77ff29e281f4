import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { FilterAmountChip } from '../lists/filter-amount-chip.tsx';
import { FilterChoiceChip } from '../lists/filter-choice-chip.tsx';
import { FilterDateChip } from '../lists/filter-date-chip.tsx';
import styles from '../lists/filters.module.css';
import { Button } from '../ui/button.tsx';
import { FilterDeadlineChip } from './filter-deadline-chip.tsx';
import { mergeSearch, type SearchChange } from './merge-search.ts';
import { type Choosable, MoreFilters } from './more-filters.tsx';
import { countFilters, filterStatuses, type PaymentSearch } from './payment-search.ts';
import { useFilterText } from './use-filter-text.ts';

type PaymentFiltersProps = Choosable & {
  readonly search: PaymentSearch;
  readonly onSearch: (search: PaymentSearch) => void;
};

/** One chip per filter; what is set stands in the address. */
export function PaymentFilters({ search, connections, merchants, onSearch }: PaymentFiltersProps) {
  const words = useTranslations('payments');
  const statuses = useTranslations('ui.status');
  const text = useFilterText(search, { connections, merchants });
  const group = useRef<HTMLFieldSetElement>(null);

  const change = (part: SearchChange) => onSearch(mergeSearch(search, part));
  const clear = () => {
    group.current?.querySelector('button')?.focus();
    onSearch({ sort: search.sort, order: search.order });
  };

  return (
    <fieldset ref={group} className={styles.filters}>
      <legend className="visually-hidden">{words('filter.label')}</legend>
      <FilterChoiceChip
        name={words('filter.status')}
        text={text.status}
        options={filterStatuses.map((value) => ({ value, label: statuses(value) }))}
        chosen={search.status ?? []}
        onChoose={(status) => change({ status })}
      />
      <FilterDeadlineChip
        name={words('filter.captureUrgency')}
        text={text.captureUrgency}
        chosen={{ urgency: search.captureUrgency, within: search.captureWithin }}
        onChoose={({ urgency, within }) =>
          change({ captureUrgency: urgency, captureWithin: within })
        }
      />
      <FilterDeadlineChip
        name={words('filter.refundUrgency')}
        text={text.refundUrgency}
        chosen={{ urgency: search.refundUrgency, within: search.refundWithin }}
        onChoose={({ urgency, within }) => change({ refundUrgency: urgency, refundWithin: within })}
      />
      <FilterDateChip
        name={words('filter.date')}
        text={text.date}
        days={search}
        onChoose={change}
      />
      <FilterAmountChip
        name={words('filter.amount')}
        text={text.amount}
        range={search}
        onChoose={change}
      />
      <MoreFilters
        search={search}
        text={text}
        connections={connections}
        merchants={merchants}
        onChange={change}
      />
      {countFilters(search) === 0 ? null : (
        <Button tone="quiet" size="small" onPress={clear}>
          {words('filter.clearAll')}
        </Button>
      )}
    </fieldset>
  );
}
