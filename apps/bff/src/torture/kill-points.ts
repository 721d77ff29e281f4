import { randomUUID } from 'node:crypto';
import type { OperationKind } from 'paygate-payments';
import type { Wish } from '../payments/decide-operation.ts';
import { type Call, outcomeOf } from './call.ts';
import { checkHistory } from './check-history.ts';
import { gatherEvidence } from './checks.ts';
import { drive, heal, openSubject } from './history.ts';
import type { Subject } from './intents.ts';
import { chainHolds } from './record-checks.ts';
import { createWorld, type Variant, type World, within } from './world.ts';

const KINDS: readonly OperationKind[] = ['capture', 'reversal', 'credit'];
const AMOUNT = 5_00;

export type KillReport = {
  /** How many points each kind of operation has, every one of which was a place to die. */
  readonly points: Readonly<Record<string, number>>;
  readonly kills: number;
  readonly violations: readonly string[];
};

/**
 * Kills the server at every point at which an operation waits for anything: each statement, before
 * and after it was carried out, and each call. `runs` times over, with a gateway that now and then
 * misbehaves. Afterwards everything must come to rest as if somebody had only looked away.
 */
export async function runKillPoints({
  url,
  seed,
  runs,
  variant,
}: {
  readonly url: string;
  readonly seed: number;
  readonly runs: number;
  readonly variant?: Variant;
}): Promise<KillReport> {
  const world = await createWorld(url, seed, variant);
  try {
    const points = new Map<string, number>();
    for (const kind of KINDS) {
      for (let run = 0; run < runs; run += 1) {
        let at = 0;
        while (await killAt(world, kind, at)) at += 1;
        points.set(kind, Math.max(at, points.get(kind) ?? 0));
      }
    }
    await chainHolds(world);
    const { kills, violations } = world.tally;
    return { points: Object.fromEntries(points), kills: kills.length, violations };
  } finally {
    await world.close();
  }
}

/** Lets one operation get past `stops` points and kills its server there; false when it ended before. */
async function killAt(world: World, kind: OperationKind, stops: number): Promise<boolean> {
  const { house, gateway, dice, scheduler } = world;
  const subject = await openSubject(world);
  if (kind === 'credit') await settled(world, callOf(world, subject, 'capture'));
  const [server] = house.servers;
  if (server === undefined) throw new Error('no server');

  gateway.rates.money = dice.chance(0.5) ? 1 : 0;
  const call = callOf(world, subject, kind);
  let isOver = false;
  const running = carryOut(world, call).finally(() => {
    isOver = true;
  });
  await scheduler.settle();
  for (let stop = 0; stop < stops && !isOver; stop += 1) await scheduler.step();
  const wasKilled = !isOver;
  if (wasKilled) await world.kill(server);
  await drive(world, running);
  gateway.rates.money = 0;

  await heal(world, [subject]);
  await checkHistory(await gatherEvidence(world, { subjects: [subject], calls: [call] }));
  return wasKilled;
}

function callOf({ house, dice }: World, { paymentId }: Subject, kind: OperationKind): Call {
  return {
    person: dice.pick(house.people.managers),
    wish: wish(),
    expectation: null,
    outcome: null,
  };

  function wish(): Wish {
    const common = { paymentId, key: randomUUID(), amount: AMOUNT };
    switch (kind) {
      case 'capture':
        return { kind, ...common, closeRest: false };
      case 'reversal':
        return { kind, ...common };
      case 'credit':
        return { kind, ...common, reason: 'return' };
    }
  }
}

async function carryOut({ house, path }: World, call: Call): Promise<void> {
  const [server] = house.servers;
  if (server === undefined) throw new Error('no server');
  try {
    const run = () => path.run(server.deps, call.person, call.wish);
    const { operation } = await within(server, run);
    call.outcome = { kind: 'answered', operationId: operation.id, state: operation.state };
  } catch (error) {
    call.outcome = outcomeOf(error);
  }
}

async function settled(world: World, call: Call): Promise<void> {
  await drive(world, carryOut(world, call));
  if (call.outcome?.kind !== 'answered') throw new Error(`the capture was ${call.outcome?.kind}`);
}
