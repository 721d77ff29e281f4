import type { Thresholds, Urgency } from 'paygate-payments';

/** Deadlines later than `after` and no later than `until`, ms UTC; `never` = nothing is due at all. */
export type DueRange = {
  readonly after: number | null;
  readonly until: number | null;
  readonly never: boolean;
};

/** The deadlines that have this urgency at `now`: the same borders as the rule that names it. */
export function urgencyRange(
  urgency: Urgency | 'none',
  now: number,
  { soon, urgent, critical }: Thresholds,
): DueRange {
  const between = (after: number | null, until: number | null): DueRange => ({
    after,
    until,
    never: false,
  });
  switch (urgency) {
    case 'missed':
      return between(null, now);
    case 'critical':
      return between(now, now + critical);
    case 'urgent':
      return between(now + critical, now + urgent);
    case 'soon':
      return between(now + urgent, now + soon);
    case 'calm':
      return between(now + soon, null);
    case 'none':
      return { after: null, until: null, never: true };
  }
}

/** The one range from the first to the last deadline of all of these; null where one has none at all. */
export function rangeAround(ranges: readonly DueRange[]): DueRange | null {
  const [first, ...others] = ranges;
  if (first === undefined || ranges.some(({ never }) => never)) return null;
  return others.reduce<DueRange>(
    (around, { after, until }) => ({
      after: after === null || around.after === null ? null : Math.min(after, around.after),
      until: until === null || around.until === null ? null : Math.max(until, around.until),
      never: false,
    }),
    first,
  );
}
