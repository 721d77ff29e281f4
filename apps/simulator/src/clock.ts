/** The simulator's time: the machine's clock, moved by an offset that the control API sets. */
export type Clock = {
  /** Milliseconds since the epoch, UTC. */
  now(): number;
  offsetMs(): number;
  /** The offset that makes `now()` answer `instant`. */
  offsetFor(instant: number): number;
};

export function createClock(realNow: () => number, offsetMs: () => number): Clock {
  return {
    now: () => realNow() + offsetMs(),
    offsetMs,
    offsetFor: (instant) => instant - realNow(),
  };
}
