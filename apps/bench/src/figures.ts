import { b1 } from './b1/run.ts';
import type { Figure } from './figure.ts';
import { p1 } from './p1/run.ts';
import { p2 } from './p2/run.ts';
import { p3 } from './p3/run.ts';
import { p4 } from './p4/run.ts';
import { p5 } from './p5/run.ts';
import { p6 } from './p6/run.ts';
import { p8 } from './p8/run.ts';
import { p9 } from './p9/run.ts';
import { p10 } from './p10/run.ts';
import { r1 } from './r1/run.ts';
import { r2 } from './r2/run.ts';
import { r3 } from './r3/run.ts';

/** Every figure, in the order of the report. One folder each. */
export const figures: readonly Figure[] = [p1, p2, p3, p4, p5, p6, p8, p9, p10, r1, r2, r3, b1];
