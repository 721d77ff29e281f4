import { type Evidence, type Observed, quietPeriodOf } from './checks.ts';

/** What may go by after the quiet period until an operation in doubt has ended. */
const AFTER_QUIET_MS = 60_000;
/** Fewer say nothing about one in a hundred. */
const ENOUGH = 100;

/** How long an operation stayed in doubt (ms from its send), and how long after it had to be quiet. */
export type ResolveTime = { readonly time: number; readonly overrun: number };

/** The times of all that were in doubt and ended. */
export function resolveTimes({ world, history, operations }: Evidence): readonly ResolveTime[] {
  return operations.flatMap(({ kind, sentAt, resolvedAt, inquiries }) => {
    if (sentAt === null || resolvedAt === null || inquiries === 0) return [];
    const time = resolvedAt - sentAt;
    const quietUntil = sentAt + quietPeriodOf(world.quiet, kind);
    return [{ time, overrun: resolvedAt - Math.max(quietUntil, history.calmSince ?? 0) }];
  });
}

/** I10: of all that was in doubt, 99 in a hundred ended within the quiet period and a minute. */
export function endsInTime({ violate }: Observed, times: readonly ResolveTime[]): void {
  if (times.length < ENOUGH) return;
  const overrun = percentile(
    times.map((one) => one.overrun),
    0.99,
  );
  if (overrun > AFTER_QUIET_MS) violate(`I10 p99 is ${overrun} ms after the quiet period`);
}

/** The value below which this share (0 to 1) of the values lies; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
