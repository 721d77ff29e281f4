import type { Variant } from './world.ts';

/**
 * A mistake that somebody could make, put into the torture's copy of the money path. Nothing in the
 * product can switch it on. `plant` gets the function to call whenever the wrong code runs.
 */
export type SeededBug = {
  readonly name: string;
  /** What the owner of the tables does first: guards that the mistake would not have had. */
  readonly schema?: string;
  readonly plant: (mark: () => void) => Variant;
};
