import { measureExports, perSecond } from '../exports/measure-exports.ts';
import type { Figure } from '../figure.ts';
import { inMegabytes } from '../house/memory-of.ts';

const TARGET = 0.8;
const MEMORY = 150_000_000;

/** P3: from the wish to the last byte over HTTP, held against a COPY of the same rows through `pg` alone. */
export const p3: Figure = {
  id: 'P3',
  title: 'CSV export over HTTP',
  run: async ({ house }) => {
    const { copyBare, copySame, csv } = await measureExports(await house());
    const ours = perSecond(csv.rows, csv.ms);
    const same = perSecond(csv.rows, copySame);
    const raw = perSecond(csv.rows, copyBare);
    return [
      {
        of: `${csv.rows} rows, ${inMegabytes(csv.bytes)}`,
        measured: `${ours}/s = ${(ours / same).toFixed(2)} ×`,
        limit: `COPY of the same SQL through pg ${same}/s`,
        target: `≥ ${TARGET} ×`,
        met: ours / same >= TARGET,
      },
      {
        of: 'beside the bare columns',
        measured: `${(ours / raw).toFixed(2)} ×`,
        limit: `COPY of the bare columns ${raw}/s`,
        target: 'shown only',
        met: null,
      },
      {
        of: 'until the file is offered',
        measured: `${perSecond(csv.rows, csv.madeMs)}/s`,
        target: 'shown only',
        met: null,
      },
      {
        of: 'memory of the process that makes it',
        measured: inMegabytes(csv.maker),
        target: `≤ ${inMegabytes(MEMORY)}`,
        met: csv.maker === null ? null : csv.maker <= MEMORY,
      },
      {
        of: 'memory of the server meanwhile',
        measured: `${inMegabytes(csv.peak)}, ${inMegabytes(csv.before)} before`,
        target: 'shown only',
        met: null,
      },
    ];
  },
};
