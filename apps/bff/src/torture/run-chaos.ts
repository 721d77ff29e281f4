import type { Closers } from '../house/closers.ts';
import { createChaosWorld } from './chaos-world.ts';
import { inOrder } from './in-order.ts';
import type { ProcessTally } from './process-faults.ts';
import { chainHolds, nothingLeaks } from './record-checks.ts';
import { endsInTime, percentile, type ResolveTime, resolveTimes } from './resolve-times.ts';
import { runWave } from './wave.ts';

const INTENTS = 800;

export type ChaosReport = ProcessTally & {
  readonly operations: number;
  readonly intents: number;
  readonly faults: Readonly<Record<string, number>>;
  /** Why people had to ask again with the same key, and how often. */
  readonly retries: Readonly<Record<string, number>>;
  readonly violations: readonly string[];
  /** From the send to the end of what was left in doubt, in milliseconds of the servers' clock. */
  readonly resolveMs: { readonly p50: number; readonly p99: number };
};

/**
 * Lets real processes suffer until they have made `operations` operations: three servers on one
 * PostgreSQL in `dataDir`, real sockets, kills, stops and crashes. What is started is in `closers`.
 */
export async function runChaos({
  dataDir,
  seed,
  operations,
  closers,
}: {
  readonly dataDir: string;
  readonly seed: number;
  readonly operations: number;
  readonly closers: Closers;
}): Promise<ChaosReport> {
  const world = await createChaosWorld(dataDir, seed, closers);
  const tally: ProcessTally = { kills: 0, databaseCrashes: 0 };
  const times: ResolveTime[] = [];
  let done = 0;
  let intents = 0;
  while (done < operations) {
    // About four intents in ten become an operation.
    const wanted = Math.min(INTENTS, Math.ceil((operations - done) * 2.5) + 20);
    const evidence = await runWave(world, wanted, tally);
    done += evidence.operations.length;
    intents += wanted;
    times.push(...resolveTimes(evidence));
  }
  const logLines = [...world.house.logLines, ...world.fleet.lines];
  await chainHolds(world);
  await nothingLeaks({ ...world, house: { ...world.house, logLines } });
  endsInTime(world, times);
  for (const end of world.fleet.unexpected) world.violate(end);

  const values = times.map(({ time }) => time);
  const resolveMs = { p50: percentile(values, 0.5), p99: percentile(values, 0.99) };
  const { violations } = world;
  const faults = inOrder(world.faults);
  const retries = inOrder(world.retries);
  return { operations: done, intents, faults, retries, ...tally, violations, resolveMs };
}
