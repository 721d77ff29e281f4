import type { Deps } from '../deps.ts';
import { startWorkLoop, type WorkLoop } from '../live/work-loop.ts';
import { foldAdditions } from './movement-store.ts';

const AT_ONCE = 5_000;

/** Keeps the sums by hour short behind the facts. Any number of processes may run it. */
export function startReportFolder(deps: Deps): WorkLoop {
  return startWorkLoop(deps, {
    name: 'reports',
    wakes: () => false,
    work: async () => (await foldMovements(deps)) === AT_ONCE,
  });
}

/** One round; answers how many additions found their hour. A report is the same before and after. */
export function foldMovements({ database }: Pick<Deps, 'database'>): Promise<number> {
  return foldAdditions(database.callback, AT_ONCE);
}
