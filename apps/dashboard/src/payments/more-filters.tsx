import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { FilterChoiceChip } from '../lists/filter-choice-chip.tsx';
import { FilterMerchantChip } from '../lists/filter-merchant-chip.tsx';
import { Button } from '../ui/button.tsx';
import type { SearchChange } from './merge-search.ts';
import { filterSources, type PaymentSearch } from './payment-search.ts';

/** What a person can choose among. */
export type Choosable = {
  readonly connections: readonly { readonly slug: string; readonly label: string }[];
  readonly merchants: readonly { readonly merchantId: number; readonly merchantName: string }[];
};

type MoreField = 'refunded' | 'unknown' | 'note' | 'source' | 'merchant' | 'connection';
type MoreFiltersProps = Choosable & {
  readonly search: PaymentSearch;
  /** Each set filter in words. */
  readonly text: Readonly<Record<MoreField, string | null>>;
  readonly onChange: (change: SearchChange) => void;
};

/** Filters of rarer use: those that are set, the others once they are asked for. */
export function MoreFilters({ search, text, connections, merchants, onChange }: MoreFiltersProps) {
  const words = useTranslations('payments.filter');
  const sources = useTranslations('payments.source');
  const [isOpen, setIsOpen] = useState(false);
  const shows = (field: MoreField, exists = true) => text[field] !== null || (isOpen && exists);
  const answers = (['yes', 'no'] as const).map((value) => ({ value, label: words(value) }));

  return (
    <>
      {(['refunded', 'unknown', 'note'] as const).map((field) => {
        const said = search[field];
        return shows(field) ? (
          <FilterChoiceChip
            key={field}
            name={words(field)}
            text={text[field]}
            options={answers}
            chosen={said === undefined ? [] : [said ? 'yes' : 'no']}
            isSingle
            onChoose={([answer]) =>
              onChange({ [field]: answer === undefined ? undefined : answer === 'yes' })
            }
          />
        ) : null;
      })}
      {shows('source') ? (
        <FilterChoiceChip
          name={words('source')}
          text={text.source}
          options={filterSources.map((value) => ({ value, label: sources(value) }))}
          chosen={search.source ?? []}
          onChoose={(source) => onChange({ source })}
        />
      ) : null}
      {shows('merchant', merchants.length > 1) ? (
        <FilterMerchantChip
          text={text.merchant}
          merchants={merchants}
          chosen={search.merchant}
          onChoose={(merchant) => onChange({ merchant })}
        />
      ) : null}
      {shows('connection', connections.length > 1) ? (
        <FilterChoiceChip
          name={words('connection')}
          text={text.connection}
          options={connections.map(({ slug, label }) => ({ value: slug, label }))}
          chosen={search.connection === undefined ? [] : [search.connection]}
          isSingle
          onChoose={([connection]) => onChange({ connection })}
        />
      ) : null}
      <Button tone="quiet" size="small" aria-expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
        {words(isOpen ? 'fewer' : 'more')}
      </Button>
    </>
  );
}
