import { measureExports, perSecond } from '../exports/measure-exports.ts';
import type { Figure } from '../figure.ts';
import { inMegabytes } from '../house/memory-of.ts';

const TARGET = 0.3;
const MEMORY = 250_000_000;

/** P4: the same rows as a workbook, held against P3. */
export const p4: Figure = {
  id: 'P4',
  title: 'XLSX export over HTTP',
  run: async ({ house }) => {
    const { csv, xlsx } = await measureExports(await house());
    const ours = perSecond(xlsx.rows, xlsx.ms);
    const limit = perSecond(csv.rows, csv.ms);
    return [
      {
        of: `${xlsx.rows} rows, ${inMegabytes(xlsx.bytes)}`,
        measured: `${ours}/s = ${(ours / limit).toFixed(2)} ×`,
        limit: `P3 ${limit}/s`,
        target: `≥ ${TARGET} ×`,
        met: ours / limit >= TARGET,
      },
      {
        of: 'memory of the process that makes it',
        measured: inMegabytes(xlsx.maker),
        target: `≤ ${inMegabytes(MEMORY)}`,
        met: xlsx.maker === null ? null : xlsx.maker <= MEMORY,
      },
      {
        of: 'memory of the server meanwhile',
        measured: `${inMegabytes(xlsx.peak)}, ${inMegabytes(xlsx.before)} before`,
        target: 'shown only',
        met: null,
      },
    ];
  },
};
