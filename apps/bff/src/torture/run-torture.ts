import { checkHistory } from './check-history.ts';
import { gatherEvidence } from './checks.ts';
import { runHistory } from './history.ts';
import { inOrder } from './in-order.ts';
import { chainHolds, nothingLeaks } from './record-checks.ts';
import { endsInTime, percentile, type ResolveTime, resolveTimes } from './resolve-times.ts';
import { createWorld, hasFound, type Variant } from './world.ts';

const INTENTS = 120;

/** What a run came to; every figure of it is in the one line that the command prints. */
export type Report = {
  readonly seed: number;
  readonly operations: number;
  readonly intents: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly kills: number;
  /** The same for the same seed: names everything that happened, in its order. */
  readonly trace: string;
  readonly violations: readonly string[];
  /** From the send to the end of what was left in doubt, in virtual milliseconds. */
  readonly resolveMs: { readonly p50: number; readonly p99: number; readonly overrunP99: number };
};

/**
 * Tortures a house on the empty migrated database at `url` until it has made `operations`
 * operations. The same seed makes the same run.
 */
export async function runTorture({
  url,
  seed,
  operations,
  intents = INTENTS,
  variant,
}: {
  readonly url: string;
  readonly seed: number;
  readonly operations: number;
  /** How much people want in one history, after which everything comes to rest. */
  readonly intents?: number;
  readonly variant?: Variant;
}): Promise<Report> {
  const world = await createWorld(url, seed, variant);
  try {
    const times: ResolveTime[] = [];
    let done = 0;
    while (done < operations && !hasFound(world)) {
      const history = await runHistory(world, intents);
      if (hasFound(world)) break;
      const evidence = await gatherEvidence(world, history);
      await checkHistory(evidence);
      done += evidence.operations.length;
      times.push(...resolveTimes(evidence));
    }
    await chainHolds(world);
    await nothingLeaks(world);
    endsInTime(world, times);
    const { faults, kills, violations } = world.tally;
    const p = (share: number, of: (time: ResolveTime) => number) =>
      percentile(times.map(of), share);
    return {
      seed,
      operations: done,
      intents: world.tally.intents,
      faults: inOrder(faults),
      kills: kills.length,
      trace: world.scheduler.trace(),
      violations,
      resolveMs: {
        p50: p(0.5, ({ time }) => time),
        p99: p(0.99, ({ time }) => time),
        overrunP99: p(0.99, ({ overrun }) => overrun),
      },
    };
  } finally {
    await world.close();
  }
}
