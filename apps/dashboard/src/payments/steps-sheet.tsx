import { useTranslations } from 'use-intl';
import { filtersInWords } from '../lists/filters-in-words.ts';
import type { ListColumn } from '../lists/list-column.ts';
import { startOf } from '../lists/list-start.ts';
import { PrintSheet } from '../lists/print-sheet.tsx';
import type { Sheet } from '../lists/use-print.ts';
import { type Step, stepKey } from './step.ts';
import type { StepSearch } from './step-search.ts';
import { StepSumsLine } from './step-sums.tsx';
import { stepSumsOf } from './step-sums-of.ts';
import { useStepFieldName } from './use-step-field-name.ts';
import { useStepFilterText } from './use-step-filter-text.ts';

type StepsSheetProps = {
  readonly search: StepSearch;
  /** Where the list begins, as the address says it. */
  readonly at: string | undefined;
  readonly columns: readonly ListColumn<Step>[];
  readonly sheet: Sheet<Step>;
};

/** Single steps on paper: which ones they are, when that was so, how many, their sums, and a line each. */
export function StepsSheet({ search, at, columns, sheet }: StepsSheetProps) {
  const words = useTranslations('payments.steps');
  const text = useStepFilterText(search);
  const fieldName = useStepFieldName();
  return (
    <PrintSheet
      sheet={sheet}
      filters={filtersInWords(search.search, text, fieldName)}
      start={startOf({ at }, search.sort)}
      texts={{
        noFilters: words('print.noFilters'),
        rows: words('print.rows', { shown: sheet.rows.length }),
        more: words('print.more'),
      }}
      sums={<StepSumsLine sums={stepSumsOf(sheet.rows)} />}
      caption={words('gridLabel')}
      columns={columns}
      rowId={stepKey}
    />
  );
}
