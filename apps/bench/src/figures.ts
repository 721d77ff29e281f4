import type { Figure } from './figure.ts';
import { p1 } from './p1/run.ts';
import { p3 } from './p3/run.ts';
import { p4 } from './p4/run.ts';

/** Every figure, in the order of the report. One folder each. */
export const figures: readonly Figure[] = [p1, p3, p4];
