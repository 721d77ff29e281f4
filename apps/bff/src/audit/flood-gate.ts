/** How much of the same is written: the rest of a flood is only counted. */
export type FloodGate = (
  key: string,
  /** Milliseconds, wall time. */
  now: number,
) => { readonly omitted: number } | null;

type Window = { readonly since: number; count: number };

const MOST_KEYS = 1000;

/**
 * Lets `limit` events of one key pass in `windowMs`; null for those beyond. The first of a later
 * window says how many were left out before.
 */
export function createFloodGate(limit: number, windowMs: number): FloodGate {
  const windows = new Map<string, Window>();
  const isOver = ({ since }: Window, now: number) => now - since >= windowMs || now < since;

  return (key, now) => {
    const window = windows.get(key);
    if (window !== undefined && !isOver(window, now)) {
      window.count += 1;
      return window.count > limit ? null : { omitted: 0 };
    }
    if (windows.size >= MOST_KEYS) {
      for (const [other, known] of windows) if (isOver(known, now)) windows.delete(other);
    }
    windows.set(key, { since: now, count: 1 });
    return { omitted: Math.max(0, (window?.count ?? 0) - limit) };
  };
}
