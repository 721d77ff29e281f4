const HOUR = 60;

/** Where one place of the waiting time ends and the next begins, in minutes; the same as in the view. */
const borders: readonly number[] = [
  0,
  5,
  15,
  30,
  ...[1, 2, 4, 6, 9, 12, 18].map((hours) => hours * HOUR),
  ...Array.from({ length: 25 }, (_, at) => (24 + 6 * at) * HOUR),
];
const last = borders.length;

export type WaitCount = { readonly place: number; readonly count: number };

const spans = [
  { name: 'hour', until: HOUR },
  { name: 'day', until: 24 * HOUR },
  { name: 'threeDays', until: 72 * HOUR },
  { name: 'week', until: 168 * HOUR },
  { name: 'later', until: null },
] as const;

/**
 * The time from authorization to capture. `median` and `p95`: at most so many minutes for half, for
 * 95 % of the captures; null where that is later than seven days. `spans` cut at 1, 24, 72 and 168 h.
 */
export function describeWaits(counts: readonly WaitCount[]) {
  const known = counts.filter(({ place }) => place > 0).sort((a, b) => a.place - b.place);
  const count = sumOf(known);
  let first = 1;
  return {
    count,
    median: count === 0 ? null : upperBorder(known, count * 0.5),
    p95: count === 0 ? null : upperBorder(known, count * 0.95),
    spans: spans.map(({ name, until }) => {
      const waitFrom = first;
      const waitTo = until === null ? last : borders.indexOf(until);
      first = waitTo + 1;
      const inside = known.filter(({ place }) => place >= waitFrom && place <= waitTo);
      return { name, waitFrom, waitTo, count: sumOf(inside) };
    }),
  };
}

/** The end of the place in which the `rank`-th capture is. */
function upperBorder(known: readonly WaitCount[], rank: number): number | null {
  let seen = 0;
  for (const { place, count } of known) {
    seen += count;
    if (seen >= rank) return borders[place] ?? null;
  }
  return null;
}

function sumOf(counts: readonly WaitCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}
