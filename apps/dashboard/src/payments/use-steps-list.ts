import { useTRPC, useTRPCClient } from '../app/trpc.ts';
import type { ListStart } from '../lists/read-window.ts';
import { useRows } from '../lists/use-rows.ts';
import { type Step, stepKey } from './step.ts';
import { type StepSearch, toStepCriteria } from './step-search.ts';

/** The steps of a search as they are read so far, beginning anywhere. */
export function useStepsList(search: StepSearch, start: ListStart) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { sort, order } = search;
  const input = { ...toStepCriteria(search), sort, order };
  return useRows<Step>({
    key: [...trpc.steps.list.pathKey(), { ...input, start }],
    read: (part, options) => client.steps.list.query({ ...input, ...part }, options),
    rowId: stepKey,
    start,
  });
}
