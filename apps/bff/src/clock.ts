/** The one source of time. Milliseconds since the epoch, UTC. */
export type Clock = {
  /** Business time: deadlines, quiet periods, what the gateway would say. In demo mode it follows the simulator. */
  now(): number;
  /** Wall time: sessions, throttles, socket deadlines. Never moved by the demo clock. */
  wall(): number;
};

/**
 * A clock that runs `offset()` milliseconds beside the machine's, and whose wall time runs
 * `wallOffset()` beside it: servers that share a database take both from there.
 */
export function createClock(
  offset: () => number = () => 0,
  wallOffset: () => number = () => 0,
): Clock {
  return { now: () => Date.now() + offset(), wall: () => Date.now() + wallOffset() };
}
