import type { Figure } from './figure.ts';
import { p1 } from './p1/run.ts';

/** Every figure, in the order of the report. One folder each. */
export const figures: readonly Figure[] = [p1];
