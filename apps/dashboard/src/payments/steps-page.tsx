import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { ListPage } from '../lists/list-page.tsx';
import { startOf } from '../lists/list-start.ts';
import { PrintButton } from '../lists/print-button.tsx';
import { useList } from '../lists/use-list.ts';
import { usePrint } from '../lists/use-print.ts';
import { ListTabs } from './list-tabs.tsx';
import { stepColumns, stepLayoutOf } from './step-columns.ts';
import { StepFilters } from './step-filters.tsx';
import { countStepFilters, readStepSearch, writeStepSearch } from './step-search.ts';
import { StepSortSelect } from './step-sort.tsx';
import { StepTotals } from './step-totals.tsx';
import { StepsList } from './steps-list.tsx';
import { StepsPaged } from './steps-paged.tsx';
import { StepsSheet } from './steps-sheet.tsx';
import { useStepColumns } from './use-step-columns.tsx';
import { useStepFieldName } from './use-step-field-name.ts';
import { useStepReader } from './use-steps-list.ts';

const allSteps = writeStepSearch({ sort: 'at', order: 'desc' });

/** `/payments/steps`: each step by itself; everything that is shown stands in the address. */
export function StepsPage() {
  const words = useTranslations('payments.steps');
  const listWords = useTranslations('payments');
  const columnWords = useTranslations('payments.steps.column');
  const list = useList({
    list: 'steps',
    to: '/payments/steps',
    columns: stepColumns,
    read: readStepSearch,
    write: writeStepSearch,
  });
  const { beginAt, goTo, page, position, search, searchBy, turnTo } = list;
  const { chosen, layout, view } = list.views;
  const columns = useStepColumns(search, searchBy, chosen);
  const grid = useMemo(() => stepLayoutOf(chosen), [chosen]);
  const filterCount = countStepFilters(search);
  const print = usePrint(useStepReader(search), startOf(position, search.sort));
  const { sheet } = print;
  const shared = {
    search,
    columns,
    isPrinted: sheet !== null,
    onClear: () => goTo({ sort: search.sort, order: search.order }),
  };

  return (
    <ListPage
      list={list}
      title={listWords('title')}
      documentTitle={words('documentTitle')}
      searchLabel={words('searchLabel')}
      searchPlaceholder={words('searchPlaceholder')}
      fieldName={useStepFieldName()}
      columnName={columnWords}
      ready={[
        {
          key: 'all',
          label: words('allSteps'),
          address: allSteps,
          isOpen: view === null && filterCount === 0,
        },
      ]}
      filterCount={filterCount}
      tabs={<ListTabs />}
      filters={<StepFilters search={search} onSearch={searchBy} />}
      totals={<StepTotals search={search} />}
      links={<PrintButton print={print} />}
      sortSelect={<StepSortSelect search={search} onSearch={searchBy} />}
      sheet={
        sheet === null ? null : (
          <StepsSheet search={search} at={position.at} columns={columns} sheet={sheet} />
        )
      }
    >
      {layout.mode === 'pages' ? (
        <StepsPaged
          {...shared}
          isCompact={layout.density === 'compact'}
          position={position}
          onPosition={turnTo}
        />
      ) : (
        <StepsList
          {...shared}
          at={position.at}
          onGo={beginAt}
          entry={page.entry}
          layout={grid}
          density={layout.density}
          onFocusSearch={page.focusSearch}
        />
      )}
    </ListPage>
  );
}
