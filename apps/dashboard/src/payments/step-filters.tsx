import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useSession } from '../app/session.tsx';
import { FilterAmountChip } from '../lists/filter-amount-chip.tsx';
import { FilterChip } from '../lists/filter-chip.tsx';
import { FilterChoiceChip } from '../lists/filter-choice-chip.tsx';
import { FilterDateChip } from '../lists/filter-date-chip.tsx';
import { FilterMerchantChip } from '../lists/filter-merchant-chip.tsx';
import { FilterTextForm } from '../lists/filter-text-form.tsx';
import styles from '../lists/filters.module.css';
import { Button } from '../ui/button.tsx';
import {
  countStepFilters,
  mergeStepSearch,
  type StepChange,
  type StepSearch,
  stepKinds,
  stepOrigins,
  stepStates,
} from './step-search.ts';
import { useActors } from './use-actors.ts';
import { useStepFilterText } from './use-step-filter-text.ts';

type StepFiltersProps = {
  readonly search: StepSearch;
  readonly onSearch: (search: StepSearch) => void;
};

/** One chip per filter of steps; what is set stands in the address. */
export function StepFilters({ search, onSearch }: StepFiltersProps) {
  const words = useTranslations('payments.steps');
  const filterWords = useTranslations('payments.filter');
  const { merchantsWith } = useSession();
  const merchants = merchantsWith('see');
  const actors = useActors();
  const text = useStepFilterText(search);
  const group = useRef<HTMLFieldSetElement>(null);

  const change = (part: StepChange) => onSearch(mergeStepSearch(search, part));
  const clear = () => {
    group.current?.querySelector('button')?.focus();
    onSearch({ sort: search.sort, order: search.order });
  };

  return (
    <fieldset ref={group} className={styles.filters}>
      <legend className="visually-hidden">{filterWords('label')}</legend>
      <FilterChoiceChip
        name={words('field.kind')}
        text={text.kind}
        options={stepKinds.map((value) => ({ value, label: words(`kind.${value}`) }))}
        chosen={search.kind ?? []}
        onChoose={(kind) => change({ kind })}
      />
      <FilterChoiceChip
        name={words('field.state')}
        text={text.state}
        options={stepStates.map((value) => ({ value, label: words(`state.${value}`) }))}
        chosen={search.state ?? []}
        onChoose={(state) => change({ state })}
      />
      <FilterDateChip name={filterWords('date')} text={text.date} days={search} onChoose={change} />
      <FilterAmountChip
        name={filterWords('amount')}
        text={text.amount}
        hint={words('amountHint')}
        range={search}
        onChoose={change}
      />
      <FilterChip
        name={words('field.code')}
        value={text.code}
        onRemove={() => change({ code: undefined })}
      >
        {(close) => (
          <FilterTextForm
            label={words('field.code')}
            hint={words('codeHint')}
            value={search.code ?? ''}
            problemOf={(typed) => (/^\d{1,8}$/.test(typed) ? null : words('badCode'))}
            onApply={(code) => {
              close();
              change({ code: code === '' ? undefined : code });
            }}
          />
        )}
      </FilterChip>
      <FilterChoiceChip
        name={words('field.by')}
        text={text.by}
        options={actors.map(({ id, name }) => ({ value: id, label: name }))}
        chosen={search.by === undefined ? [] : [search.by]}
        isSingle
        onChoose={([by]) => change({ by })}
      />
      <FilterChoiceChip
        name={words('field.origin')}
        text={text.origin}
        options={stepOrigins.map((value) => ({ value, label: words(`origin.${value}`) }))}
        chosen={search.origin === undefined ? [] : [search.origin]}
        isSingle
        onChoose={([origin]) => change({ origin })}
      />
      {merchants.length > 1 || text.merchant !== null ? (
        <FilterMerchantChip
          text={text.merchant}
          merchants={merchants}
          chosen={search.merchant}
          onChoose={(merchant) => change({ merchant })}
        />
      ) : null}
      {countStepFilters(search) === 0 ? null : (
        <Button tone="quiet" size="small" onPress={clear}>
          {filterWords('clearAll')}
        </Button>
      )}
    </fieldset>
  );
}
