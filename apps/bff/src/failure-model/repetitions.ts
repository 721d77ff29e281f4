import { childEnvironment } from '../env.ts';

/** So many times a test of the failure model does the same in `pnpm test`, and when it is proved in full. */
export type Repetitions = { readonly usual: number; readonly full: number };

type Given = { readonly FAILURE_MODEL_REPETITIONS?: string | undefined };

/** Whether `FAILURE_MODEL_REPETITIONS` says `full`. Any other value is a mistake, not the usual number. */
export function isFull(
  { FAILURE_MODEL_REPETITIONS: value = 'usual' }: Given = childEnvironment({}),
): boolean {
  if (value === '' || value === 'usual') return false;
  if (value === 'full') return true;
  throw new Error(`FAILURE_MODEL_REPETITIONS is "${value}": it can be "usual" or "full"`);
}

/** How often this run does it. */
export function times({ usual, full }: Repetitions, everything = isFull()): number {
  return everything ? full : usual;
}

/** How long one test may take, ms: proved in full, some take minutes. */
export const testPatience = (everything = isFull()): number => (everything ? 1_800_000 : 30_000);
