/** The one source of time. Milliseconds since the epoch, UTC. */
export type Clock = {
  /** Business time: deadlines, quiet periods, what the gateway would say. In demo mode it follows the simulator. */
  now(): number;
  /** Wall time: sessions, throttles, socket deadlines. Never moved by the demo clock. */
  wall(): number;
};

/** A clock that runs `offset()` milliseconds beside the machine's. */
export function createClock(offset: () => number = () => 0): Clock {
  return { now: () => Date.now() + offset(), wall: () => Date.now() };
}
