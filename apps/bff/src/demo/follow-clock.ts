import { Router } from 'express';
import type { LiveHub } from '../live/live-hub.ts';
import { createSimulatorControl } from './simulator-control.ts';

/** The simulator's clock as this server follows it. */
export type FollowedClock = {
  /** Milliseconds between the simulator's time and the machine's. */
  readonly offset: () => number;
  /** POST /demo/clock, which the simulator calls, and waits for, at every change. */
  route(live: LiveHub): Router;
  /** Asks the simulator to call `ownUrl` at every change from now on. */
  register(ownUrl: string): Promise<void>;
};

/**
 * Reads the simulator's clock and follows it. What the caller of the route says is not believed: any
 * page of a browser on this machine could call it, so the simulator is asked again.
 */
export async function followSimulatorClock(simulatorUrl: string): Promise<FollowedClock> {
  const simulator = createSimulatorControl(simulatorUrl);
  let offsetMs = (await simulator.readClock()).offsetMs;

  const readAgain = async (): Promise<boolean> => {
    const before = offsetMs;
    offsetMs = (await simulator.readClock()).offsetMs;
    return offsetMs !== before;
  };
  return {
    offset: () => offsetMs,
    route: (live) => {
      const router = Router();
      router.post('/demo/clock', async (_request, response) => {
        if (await readAgain()) live.publish({ type: 'clock' });
        response.status(204).end();
      });
      return router;
    },
    register: async (ownUrl) => {
      await simulator.follow(ownUrl);
      await readAgain();
    },
  };
}
