import { createHash } from 'node:crypto';

/** The operation key of one step of the demo: the same whenever the step is tried again. */
export function demoKey(slug: string, transId: string, index: number): string {
  const hex = createHash('sha256').update(`${slug}/${transId}/${index}`).digest('hex');
  const [a, b, c, d, e] = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return `${a}-${b}-${c}-${d}-${e}`;
}
