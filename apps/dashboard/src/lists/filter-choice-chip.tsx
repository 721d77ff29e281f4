import { FilterChip } from './filter-chip.tsx';
import { FilterChoiceForm } from './filter-choice-form.tsx';

type FilterChoiceChipProps<Value extends string> = {
  readonly name: string;
  /** What is set, in words; null while the filter is not in use. */
  readonly text: string | null;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly chosen: readonly Value[];
  readonly isSingle?: boolean;
  /** Empty: the filter goes away. */
  readonly onChoose: (chosen: readonly Value[]) => void;
};

/** A filter with a closed list of values. */
export function FilterChoiceChip<Value extends string>({
  name,
  text,
  options,
  chosen,
  isSingle = false,
  onChoose,
}: FilterChoiceChipProps<Value>) {
  return (
    <FilterChip name={name} value={text} onRemove={() => onChoose([])}>
      {(close) => (
        <FilterChoiceForm
          legend={name}
          options={options}
          chosen={chosen}
          isSingle={isSingle}
          onApply={(applied) => {
            close();
            onChoose(applied);
          }}
        />
      )}
    </FilterChip>
  );
}
