/** Draws numbers from 0 up to 1; the same seed draws the same numbers on every machine. */
export type Random = () => number;

/** Mulberry32, a 32-bit generator that is good enough to deal demo orders. */
export function createRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A number between the two. */
export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random();
}

/** One of these. */
export function pick<T>(random: Random, [first, ...rest]: readonly [T, ...T[]]): T {
  return [first, ...rest][Math.floor(random() * (rest.length + 1))] ?? first;
}
