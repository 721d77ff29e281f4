import type { Figure } from '../figure.ts';
import { inMegabytes } from '../house/memory-of.ts';
import { type FileTimes, fileSteps, runFile } from './run-file.ts';

const SMALL = 1_000;
const LARGE = 10_000;
const TARGET_MS = 10_000;
/** What a file of ten times the lines may hold more. */
const MORE_MEMORY = 50_000_000;

/** B1: a batch file from its check to the applied answer, every step over HTTP, with a real answer. */
export const b1: Figure = {
  id: 'B1',
  title: 'batch file',
  run: async ({ house }) => {
    const opened = await house();
    // Also warms what the large one needs.
    const small = await runFile(opened, SMALL);
    const large = await runFile(opened, LARGE);
    return [
      ...fileSteps.map((step) => ({
        of: `${LARGE} lines ${step}`,
        measured: `${seconds(large.took[step])}, ${SMALL} lines ${seconds(small.took[step])}`,
        limit: `PostgreSQL writing the rows of the file ${seconds(large.sameRows)}`,
        target: `≤ ${seconds(TARGET_MS)}`,
        met: large.took[step] <= TARGET_MS,
      })),
      memory(small, large),
    ];
  },
};

function memory(small: FileTimes, large: FileTimes) {
  const more = small.peak === null || large.peak === null ? null : large.peak - small.peak;
  return {
    of: 'memory of the server',
    measured: `${inMegabytes(large.peak)}, ${inMegabytes(large.before)} before`,
    limit: `with ${SMALL} lines ${inMegabytes(small.peak)}, ${inMegabytes(small.before)} before`,
    target: `≤ ${inMegabytes(MORE_MEMORY)} more`,
    met: more === null ? null : more <= MORE_MEMORY,
  };
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
