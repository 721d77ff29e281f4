/** The value below which so many per cent of the measured ones lie; of none, NaN. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

/** `4.1 ms`, or `12 ms` from ten on. */
export const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
