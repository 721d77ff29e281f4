import { setTimeout as pause } from 'node:timers/promises';
import { cutConnections, someBackend } from './chaos-store.ts';
import type { ChaosWorld } from './chaos-world.ts';
import { databaseDeaths } from './cluster.ts';

/** How often each comes, per intent of a person. */
const rates = {
  kill: 1 / 35,
  stop: 1 / 50,
  cut: 1 / 80,
  'backend-killed': 1 / 400,
  crash: 1 / 250,
} as const;
type ProcessFault = keyof typeof rates;

export type ProcessTally = { kills: number; databaseCrashes: number };

/** Deals with servers and their database as bad machines do. At most one of a kind at a time. */
export function createProcessFaults(world: ChaosWorld, tally: ProcessTally) {
  const { dice, fleet, cluster, house, count } = world;
  const sql = house.observer.database.read;
  const busy = new Map<string, Promise<void>>();

  const carryOut = async (fault: ProcessFault, index: number): Promise<void> => {
    switch (fault) {
      case 'kill':
        count('server-killed');
        tally.kills += 1;
        return fleet.kill(index);
      case 'stop':
        count('server-stopped');
        fleet.signal(index, 'SIGSTOP');
        await pause(dice.whole(100, 1_500));
        return fleet.signal(index, 'SIGCONT');
      case 'cut':
        count('connections-cut');
        await cutConnections(sql);
        return;
      case 'backend-killed': {
        // PostgreSQL cannot know what a backend that was killed has left behind: it restarts whole.
        const pid = await someBackend(sql);
        if (pid === null) return;
        count('backend-killed');
        tally.databaseCrashes += 1;
        process.kill(pid, 'SIGKILL');
        return;
      }
      case 'crash': {
        const death = dice.pick(databaseDeaths);
        count(death);
        tally.databaseCrashes += 1;
        return cluster.crash(death);
      }
    }
  };
  const placeOf = (fault: ProcessFault, index: number): string =>
    fault === 'kill' || fault === 'stop' ? `server ${index}` : 'database';

  return {
    /** Perhaps begins something bad; does not wait for its end. */
    perhaps: (): void => {
      for (const fault of Object.keys(rates) as ProcessFault[]) {
        if (!dice.chance(rates[fault])) continue;
        const index = dice.whole(0, fleet.size - 1);
        const place = placeOf(fault, index);
        if (busy.has(place)) continue;
        const work = carryOut(fault, index)
          .catch((error: unknown) => {
            // The database went away under the hands that wanted to cut it.
            if (fault !== 'cut' && fault !== 'backend-killed') world.violate(`${fault}: ${error}`);
          })
          .finally(() => busy.delete(place));
        busy.set(place, work);
      }
    },
    /** Resolves when everything that was begun is over and stands again. */
    over: async (): Promise<void> => {
      await Promise.all(busy.values());
    },
  };
}
