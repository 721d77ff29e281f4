import { useTranslations } from 'use-intl';
import type { ListColumn } from '../lists/list-column.ts';
import { ListPages } from '../lists/list-pages.tsx';
import type { PagePosition } from '../lists/list-start.ts';
import { PlainTable } from '../lists/plain-table.tsx';
import { useMediaQuery } from '../ui/use-media-query.ts';
import { EmptySteps } from './empty-steps.tsx';
import { type Step, stepKey } from './step.ts';
import { StepCards } from './step-cards.tsx';
import type { StepSearch } from './step-search.ts';
import { StepsSheet } from './steps-sheet.tsx';
import { useStepsPage } from './use-steps-page.ts';

type StepsPagedProps = {
  readonly search: StepSearch;
  readonly columns: readonly ListColumn<Step>[];
  readonly isCompact: boolean;
  readonly position: PagePosition;
  readonly onPosition: (position: PagePosition) => void;
  readonly onClear: () => void;
  /** A sheet is printed instead. */
  readonly isPrinted: boolean;
};

/** The steps page by page, 50 rows each, as a plain table; as cards on a narrow screen. */
export function StepsPaged(props: StepsPagedProps) {
  const { search } = props;
  const words = useTranslations('payments.steps');
  const isNarrow = useMediaQuery('(width < 40rem)');
  const isPrinting = useMediaQuery('print') && !props.isPrinted;
  const page = useStepsPage(search, props.position);
  return (
    <ListPages
      page={page}
      position={props.position}
      onPosition={props.onPosition}
      valueOf={({ amount, at }) => (search.sort === 'at' ? at : amount)}
      errorTitle={words('errorTitle')}
      empty={<EmptySteps search={search} onClear={props.onClear} />}
    >
      {(rows) =>
        isPrinting ? (
          <StepsSheet
            search={search}
            at={props.position.at}
            columns={props.columns}
            sheet={{ rows, hasMore: false, isSelection: false }}
          />
        ) : isNarrow ? (
          <StepCards rows={rows} />
        ) : (
          <PlainTable
            caption={words('gridLabel')}
            columns={props.columns}
            rows={rows}
            rowId={stepKey}
            isCompact={props.isCompact}
          />
        )
      }
    </ListPages>
  );
}
