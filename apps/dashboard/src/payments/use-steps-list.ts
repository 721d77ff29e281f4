import { useTRPC, useTRPCClient } from '../app/trpc.ts';
import type { ListStart, ReadRows } from '../lists/read-window.ts';
import { useRows } from '../lists/use-rows.ts';
import { type Step, stepKey } from './step.ts';
import { type StepSearch, toStepListInput } from './step-search.ts';

/** The steps of a search as they are read so far, beginning anywhere. */
export function useStepsList(search: StepSearch, start: ListStart) {
  const trpc = useTRPC();
  return useRows<Step>({
    key: [...trpc.steps.list.pathKey(), { ...toStepListInput(search), start }],
    read: useStepReader(search),
    rowId: stepKey,
    start,
  });
}

/** Reads the steps of a search, any part of them. */
export function useStepReader(search: StepSearch): ReadRows<Step> {
  const client = useTRPCClient();
  const input = toStepListInput(search);
  return (part, options) => client.steps.list.query({ ...input, ...part }, options);
}
