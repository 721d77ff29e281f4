import type { Closers } from '../house/closers.ts';
import { inOrder } from './in-order.ts';
import { runChaos } from './run-chaos.ts';
import { runTorture } from './run-torture.ts';

/** How much of a run is simulated: there it is cheaper, and time is exact. */
const SIMULATED = 2 / 3;

export type BothReport = {
  readonly seed: number;
  readonly operations: number;
  readonly intents: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly kills: number;
  readonly databaseCrashes: number;
  readonly violations: readonly string[];
  /** From the send to the end of what was left in doubt (ms): with the periods of production, virtual. */
  readonly resolveMs: { readonly p50: number; readonly p99: number };
  readonly layers: Readonly<Record<'simulation' | 'chaos', object>>;
};

/**
 * Both layers of the torture: random histories on a virtual clock in the empty migrated database at
 * `url`, then real processes with a database of their own in `dataDir`.
 */
export async function runBoth({
  url,
  dataDir,
  seed,
  operations,
  closers,
}: {
  readonly url: string;
  readonly dataDir: string;
  readonly seed: number;
  readonly operations: number;
  readonly closers: Closers;
}): Promise<BothReport> {
  const simulated = Math.ceil(operations * SIMULATED);
  const simulation = await runTorture({ url, seed, operations: simulated });
  const left = Math.max(1, operations - simulation.operations);
  const chaos = await runChaos({ dataDir, seed, operations: left, closers });

  const faults = new Map(Object.entries(simulation.faults));
  for (const [name, times] of Object.entries(chaos.faults)) {
    faults.set(name, (faults.get(name) ?? 0) + times);
  }
  const { retries, resolveMs } = chaos;
  return {
    seed,
    operations: simulation.operations + chaos.operations,
    intents: simulation.intents + chaos.intents,
    faults: inOrder(faults),
    kills: simulation.kills + chaos.kills,
    databaseCrashes: chaos.databaseCrashes,
    violations: [
      ...simulation.violations.map((text) => `simulation: ${text}`),
      ...chaos.violations.map((text) => `chaos: ${text}`),
    ],
    resolveMs: simulation.resolveMs,
    layers: {
      simulation: { operations: simulation.operations, kills: simulation.kills },
      chaos: { operations: chaos.operations, kills: chaos.kills, retries, resolveMs },
    },
  };
}
