import { FilterChip } from './filter-chip.tsx';
import { type Days, FilterDateForm } from './filter-date-form.tsx';

type FilterDateChipProps = {
  readonly name: string;
  readonly text: string | null;
  readonly days: Days;
  /** Neither end given: the filter goes away. */
  readonly onChoose: (days: Days) => void;
};

/** From and up to which day in Swiss time. */
export function FilterDateChip({ name, text, days, onChoose }: FilterDateChipProps) {
  return (
    <FilterChip
      name={name}
      value={text}
      onRemove={() => onChoose({ from: undefined, to: undefined })}
    >
      {(close) => (
        <FilterDateForm
          days={days}
          onApply={(chosen) => {
            close();
            onChoose(chosen);
          }}
        />
      )}
    </FilterChip>
  );
}
