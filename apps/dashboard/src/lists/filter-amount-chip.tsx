import { type AmountRange, FilterAmountForm } from './filter-amount-form.tsx';
import { FilterChip } from './filter-chip.tsx';

type FilterAmountChipProps = {
  readonly name: string;
  readonly text: string | null;
  /** What amount is meant, where it is not the authorized one. */
  readonly hint?: string;
  readonly range: AmountRange;
  /** Neither end given: the filter goes away. */
  readonly onChoose: (range: AmountRange) => void;
};

/** From and up to which amount. */
export function FilterAmountChip({ name, text, onChoose, ...form }: FilterAmountChipProps) {
  return (
    <FilterChip
      name={name}
      value={text}
      onRemove={() => onChoose({ amountMin: undefined, amountMax: undefined })}
    >
      {(close) => (
        <FilterAmountForm
          {...form}
          onApply={(chosen) => {
            close();
            onChoose(chosen);
          }}
        />
      )}
    </FilterChip>
  );
}
