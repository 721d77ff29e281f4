import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTRPC } from '../app/trpc.ts';
import { type PagePosition, pageAt } from '../lists/list-start.ts';
import { type StepSearch, toStepListInput } from './step-search.ts';

/** One page of 50 steps, and where the list was asked to begin. */
export function useStepsPage(search: StepSearch, position: PagePosition) {
  const trpc = useTRPC();
  const { start, part } = pageAt(position, search.sort);
  const query = useQuery(
    trpc.steps.list.queryOptions(
      { ...toStepListInput(search), ...part },
      { placeholderData: keepPreviousData },
    ),
  );
  return { ...query, start };
}
