import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../ui/use-format.ts';
import type { ListColumn } from './list-column.ts';
import { Text, When } from './payment-cells.tsx';
import type { Step } from './step.ts';
import { StepBy, StepKind, StepOrder, StepState } from './step-cells.tsx';
import type { StepSearch } from './step-search.ts';

/** The columns of the list of steps; two of them sort. */
export function useStepColumns(
  search: StepSearch,
  onSearch: (search: StepSearch) => void,
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
    return [
      {
        id: 'kind',
        title: words('kind'),
        isHeader: true,
        cell: (step) => <StepKind step={step} />,
      },
      { id: 'state', title: words('state'), cell: (step) => <StepState step={step} /> },
      {
        id: 'amount',
        title: words('amount'),
        isAmount: true,
        sort: sortBy('amount'),
        cell: (step) => <StepAmount step={step} />,
      },
      { id: 'order', title: words('order'), cell: (step) => <StepOrder step={step} /> },
      { id: 'at', title: words('at'), sort: sortBy('at'), cell: (step) => <When at={step.at} /> },
      { id: 'by', title: words('by'), cell: (step) => <StepBy step={step} /> },
      { id: 'code', title: words('code'), cell: (step) => <Text text={step.code} /> },
      { id: 'xid', title: words('xid'), cell: (step) => <Text text={step.xid} /> },
    ];
  }, [words, search, onSearch]);
}

function StepAmount({ step }: { readonly step: Step }) {
  const format = useFormat();
  return format.amount(step.amount, step.currency);
}
