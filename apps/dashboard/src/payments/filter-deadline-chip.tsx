import { FilterChip } from '../lists/filter-chip.tsx';
import { type DeadlineChoice, FilterDeadlineForm } from './filter-deadline-form.tsx';

type FilterDeadlineChipProps = {
  readonly name: string;
  readonly text: string | null;
  readonly chosen: DeadlineChoice;
  /** Neither part given: the filter goes away. */
  readonly onChoose: (choice: DeadlineChoice) => void;
};

/** One of the two deadlines of a payment. */
export function FilterDeadlineChip({ name, text, chosen, onChoose }: FilterDeadlineChipProps) {
  return (
    <FilterChip name={name} value={text} onRemove={() => onChoose({})}>
      {(close) => (
        <FilterDeadlineForm
          legend={name}
          chosen={chosen}
          onApply={(choice) => {
            close();
            onChoose(choice);
          }}
        />
      )}
    </FilterChip>
  );
}
