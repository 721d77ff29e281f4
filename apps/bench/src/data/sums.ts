/** Counts and sums of the payments of one status; amounts in minor units. */
export type Sums = {
  readonly merchantId: number;
  readonly status: string;
  readonly currency: string;
  readonly count: number;
  readonly authorized: number;
  readonly captured: number;
  readonly refunded: number;
  readonly remaining: number;
};

/** Adds up what belongs to the same merchant, status and currency, in a fixed order. */
export function addSums(parts: readonly Sums[]): readonly Sums[] {
  const groups = Map.groupBy(parts, (part) => `${part.merchantId} ${part.status} ${part.currency}`);
  return [...groups.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => group.reduce(add));
}

function add(one: Sums, other: Sums): Sums {
  return {
    ...one,
    count: one.count + other.count,
    authorized: one.authorized + other.authorized,
    captured: one.captured + other.captured,
    refunded: one.refunded + other.refunded,
    remaining: one.remaining + other.remaining,
  };
}
