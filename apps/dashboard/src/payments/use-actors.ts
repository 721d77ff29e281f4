import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../app/trpc.ts';

type Actor = { readonly id: string; readonly name: string };

const nobody: readonly Actor[] = [];

/** Everybody who took a step; nobody until that is known. */
export function useActors(): readonly Actor[] {
  const trpc = useTRPC();
  return useQuery(trpc.steps.actors.queryOptions()).data ?? nobody;
}
