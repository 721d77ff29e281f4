import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { countDueCallbacks } from '../callbacks/count-due-callbacks.ts';
import { listConnections } from '../connections/find-connection.ts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../storage/database.ts';
import { FILED_PAYMENTS, fileStories, payForFiles } from './demo-batch-plan.ts';
import { type DemoStep, planDemo } from './demo-plan.ts';
import {
  findDemoPerson,
  hasPayments,
  isDemoSeeded,
  markAllSwept,
  markDemoSeeded,
} from './demo-store.ts';
import { importHistory } from './import-history.ts';
import { makeBatchFile } from './make-batch-file.ts';
import { makeLinks, PAID_LINKS } from './make-links.ts';
import { playStep, type Stage } from './play-step.ts';
import { reconcileStatement } from './reconcile-statement.ts';
import { createSimulatorControl } from './simulator-control.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A demo of fewer payments is for looking at single ones, and has no files. */
const SMALLEST_WITH_FILES = 40;
const BEGINS_DAYS_AGO = 200;
const AT_ONCE = 4;
const INBOX_LOOK_MS = 5;
const INBOX_PATIENCE_MS = 10_000;

/**
 * Fills an empty demo: sets the shared clock back 200 days and walks it to now, while customers pay
 * and staff capture, refund and reverse through the wire protocol. A seeding that was cut short goes
 * on where it stopped; one that was finished is left alone.
 */
export async function seedDemo(
  deps: Deps,
  {
    simulatorUrl,
    ownUrl,
    stop,
  }: {
    readonly simulatorUrl: string;
    readonly ownUrl: string;
    /** Aborted when the house stops: the seeding ends after the scene in hand. */
    readonly stop?: AbortSignal;
  },
): Promise<void> {
  const { clock, database, env, log } = deps;
  if (env.demoPayments === 0 || (await isDemoSeeded(database.read))) return;
  const started = clock.wall();
  const stage = await setStage(deps, simulatorUrl, ownUrl);
  const { simulator } = stage;
  if (!(await hasPayments(database.read))) {
    await simulator.setClock(started - BEGINS_DAYS_AGO * DAY_MS);
  }

  const hasFiles = env.demoPayments >= SMALLEST_WITH_FILES;
  const plan = planDemo(env.demoPayments - PAID_LINKS - (hasFiles ? FILED_PAYMENTS : 0), started);
  const filed = hasFiles ? payForFiles(started) : [];
  const files = hasFiles ? fileScenes(stage, started) : [];
  const scenes = [...stepScenes(stage, plan), ...stepScenes(stage, filed), ...files];
  for (const { at, play } of scenes.sort((one, later) => one.at - later.at)) {
    if (stop?.aborted === true) return;
    if (at > clock.now()) await simulator.setClock(at);
    await play();
    await inboxIsEmpty(deps);
  }
  const { offsetMs } = await simulator.readClock();
  await simulator.advanceClock(-offsetMs);
  await importHistory(stage, plan);
  await reconcileStatement(stage);
  await makeLinks(stage);
  await inTransaction(database.money, async (sql) => {
    await markAllSwept(sql, clock.now());
    await markDemoSeeded(sql, randomUUID());
  });
  log.info({ ms: clock.wall() - started }, 'the demo payments are complete');
}

async function setStage(deps: Deps, simulatorUrl: string, ownUrl: string): Promise<Stage> {
  const sql = deps.database.read;
  const person = (role: string) => findDemoPerson(sql, `${role}@demo.example`);
  const connections = await listConnections(deps, sql, [1, 2]);
  return {
    deps,
    simulator: createSimulatorControl(simulatorUrl),
    ownUrl,
    merchantIds: Object.fromEntries(
      connections.map(({ slug, gatewayMerchantId }) => [slug, gatewayMerchantId]),
    ),
    staff: {
      shipping: await person('shipping'),
      service: await person('service'),
      manager: await person('manager'),
    },
  };
}

/** Something that happens at a point of business time, ms UTC. */
type Scene = { readonly at: number; readonly play: () => Promise<void> };

/** Steps at the same time that do not build on each other are one scene. */
function stepScenes(stage: Stage, steps: readonly DemoStep[]): readonly Scene[] {
  const together = Map.groupBy(steps, ({ at, index }) => `${at}/${index}`).values();
  return [...together].map((scene) => ({
    at: scene[0]?.at ?? 0,
    play: () => inParallel(scene, (step) => playStep(stage, step)),
  }));
}

function fileScenes(stage: Stage, end: number): readonly Scene[] {
  return fileStories.map((story) => ({
    at: end - story.hoursAgo * HOUR_MS,
    play: () => makeBatchFile(stage, story),
  }));
}

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** Waits for what the gateway told us to be worked off; a message that cannot be waits for later. */
async function inboxIsEmpty({ clock, database }: Deps): Promise<void> {
  const giveUpAt = clock.wall() + INBOX_PATIENCE_MS;
  while ((await countDueCallbacks(database.read, clock.now())) > 0 && clock.wall() < giveUpAt) {
    await delay(INBOX_LOOK_MS);
  }
}
