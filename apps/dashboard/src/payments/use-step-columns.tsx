import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { ListColumn } from '../lists/list-column.ts';
import { useFormat } from '../ui/use-format.ts';
import { Text, When } from './payment-cells.tsx';
import type { Step } from './step.ts';
import { StepBy, StepKind, StepOrder, StepState } from './step-cells.tsx';
import { type StepColumn, stepColumns } from './step-columns.ts';
import type { StepSearch } from './step-search.ts';

const cells: Readonly<Record<StepColumn, ListColumn<Step>['cell']>> = {
  kind: (step) => <StepKind step={step} />,
  state: (step) => <StepState step={step} />,
  amount: (step) => <StepAmount step={step} />,
  order: (step) => <StepOrder step={step} />,
  at: ({ at }) => <When at={at} />,
  by: (step) => <StepBy step={step} />,
  code: ({ code }) => <Text text={code} />,
  xid: ({ xid }) => <Text text={xid} />,
  payId: ({ payId }) => <Text text={payId} />,
  transId: ({ transId }) => <Text text={transId} />,
  connection: ({ connection }) => connection,
};

/** The columns of the list of steps; two of them sort. */
export function useStepColumns(
  search: StepSearch,
  onSearch: (search: StepSearch) => void,
  chosen: readonly StepColumn[] | null,
): readonly ListColumn<Step>[] {
  const words = useTranslations('payments.steps.column');
  return useMemo(() => {
    const sortBy = (sort: StepSearch['sort']) => {
      const isSorted = search.sort === sort;
      const order = isSorted && search.order === 'desc' ? ('asc' as const) : ('desc' as const);
      return {
        order: isSorted ? search.order : null,
        onSort: () => onSearch({ ...search, sort, order }),
      };
    };
    return (chosen ?? stepColumns.usual).map((id) => ({
      id,
      title: words(id),
      cell: cells[id],
      isHeader: id === 'kind',
      isAmount: id === 'amount',
      sort: id === 'at' || id === 'amount' ? sortBy(id) : null,
    }));
  }, [words, search, onSearch, chosen]);
}

function StepAmount({ step }: { readonly step: Step }) {
  const format = useFormat();
  return format.amount(step.amount, step.currency);
}
