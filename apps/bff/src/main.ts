import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { startCallbackWorker } from './callbacks/callback-worker.ts';
import { type Clock, createClock } from './clock.ts';
import { proveMasterKey } from './connections/prove-master-key.ts';
import { followSimulatorClock } from './demo/follow-clock.ts';
import { seedDemo } from './demo/seed-demo.ts';
import type { Deps } from './deps.ts';
import type { Env } from './env.ts';
import { keepExportProcess } from './exports/keep-export-process.ts';
import { startForwardWorker } from './forwarding/forward-worker.ts';
import { buildDashboard } from './house/build-dashboard.ts';
import type { Closers } from './house/closers.ts';
import { type Door, listen, proveFree } from './house/listen.ts';
import { loadMasterKey } from './house/master-key.ts';
import { openStorage, type Storage } from './house/open-storage.ts';
import { endLeftoverSimulator, startSimulator } from './house/simulator-process.ts';
import { startImportWorker } from './imports/import-worker.ts';
import { startFollowingAttempts } from './links/follow-attempts.ts';
import { createLiveHub } from './live/live-hub.ts';
import type { WorkLoop } from './live/work-loop.ts';
import { startMailer } from './mails/send-mails.ts';
import { startResolver } from './payments/resolver.ts';
import { startSweep } from './payments/sweep-payments.ts';
import { startReportFolder } from './reports/fold-movements.ts';
import { createSecrets } from './secrets.ts';
import { startFollowingShopPayments } from './shop-api/follow-shop-payments.ts';
import { startWebhookWorker } from './shop-api/webhook-worker.ts';
import { lockDataDirectory } from './storage/data-lock.ts';
import { followDatabaseClock } from './storage/database-clock.ts';
import { ensureDemo } from './users/ensure-demo.ts';

type Starting = {
  readonly env: Env;
  readonly log: Logger;
  readonly closers: Closers;
  /** Aborted when somebody wants to stop before everything runs. */
  readonly stop: AbortSignal;
};

type FollowedClock = Awaited<ReturnType<typeof followSimulatorClock>>;

/**
 * Starts the whole house and answers once everything in it answers. Whatever was started is in
 * `closers`, also when this throws.
 */
export async function startDesk(starting: Starting): Promise<void> {
  const { env, log, closers, stop } = starting;
  if (env.demo || env.databaseUrl === null) {
    const lock = lockDataDirectory(env.dataDir);
    await closers.add('data directory', () => lock.release());
  }
  const door = await listen(env.port, env.demo);
  await closers.add('requests', () => door.close());
  if (env.startsSimulator) {
    await endLeftoverSimulator(env.dataDir);
    await proveFree(env.simulatorPort, 'SIMULATOR_PORT');
  }
  const masterKey = loadMasterKey(env);

  const gateway = env.startsSimulator ? playGateway(starting) : Promise.resolve(null);
  const parts = [gateway, openStorage(env, log, closers), buildDashboard(stop)] as const;
  // All of them settle first: what one has started must be known before it can be stopped.
  await Promise.allSettled(parts);
  const [followed, storage] = await Promise.all(parts);
  stop.throwIfAborted();

  const clock = await chooseClock(starting, followed, storage);
  const live = createLiveHub({ url: storage.appUrl, log });
  await closers.add('live updates', () => live.close());
  const secrets = createSecrets(masterKey);
  const deps: Deps = { env, clock, database: storage.database, log, secrets, live };
  await proveMasterKey(deps);
  if (env.demo) await ensureDemo(deps);
  await openDoor(deps, door, followed, starting);
}

/** Starts the simulator and follows its clock, which a test may move by months. */
async function playGateway({ env, log, closers, stop }: Starting): Promise<FollowedClock> {
  let followed: FollowedClock | null = null;
  const simulator = await startSimulator(env, log, stop, async () => {
    await followed?.register(clockAddress(env));
  });
  await closers.add('simulator', () => simulator.stop());
  followed = await followSimulatorClock(env.gatewayUrl);
  return followed;
}

async function chooseClock(
  { env, closers }: Starting,
  followed: FollowedClock | null,
  { database }: Storage,
): Promise<Clock> {
  if (followed !== null) return createClock(followed.offset);
  if (env.demo) return createClock();
  const { clock, stop } = await followDatabaseClock(database);
  await closers.add('database clock', stop);
  return clock;
}

async function openDoor(
  deps: Deps,
  door: Door,
  followed: FollowedClock | null,
  { closers, stop }: Starting,
): Promise<void> {
  const { env, log } = deps;
  const app = createApp(deps, followed?.route(deps.live) ?? null);
  // While the demo's months are played, every payment would be due at every step.
  let isSeeding = followed !== null;
  await startWorkers(deps, closers, () => !isSeeding);
  // Last to be added and first to close: no request meets a part that has stopped.
  await closers.add('requests', () => door.close());
  door.open(app);
  if (followed === null) return;
  await followed.register(clockAddress(env));
  const seeding = seedDemo(deps, { simulatorUrl: env.gatewayUrl, ownUrl: ownUrl(env), stop });
  seeding
    .catch((error: unknown) => log.error({ err: error }, 'no demo payments could be made'))
    .finally(() => {
      isSeeding = false;
    });
}

/**
 * Starts everything in a server that works by itself, on what is due in the database. The daily look
 * at every payment waits while `maySweep` says no.
 */
export async function startWorkers(
  deps: Deps,
  closers: Closers,
  maySweep: () => boolean = () => true,
): Promise<void> {
  const workers: readonly (readonly [name: string, start: () => WorkLoop])[] = [
    ['resolver', () => startResolver(deps)],
    ['callback worker', () => startCallbackWorker(deps)],
    ['forward worker', () => startForwardWorker(deps)],
    ['reports', () => startReportFolder(deps)],
    ['link attempts', () => startFollowingAttempts(deps)],
    ['shop payments', () => startFollowingShopPayments(deps)],
    ['webhooks', () => startWebhookWorker(deps)],
    ['mailer', () => startMailer(deps)],
    ['export process', () => keepExportProcess(deps)],
    ['history imports', () => startImportWorker(deps)],
    ['sweep', () => startSweep(deps, maySweep)],
  ];
  for (const [name, start] of workers) {
    const worker = start();
    await closers.add(name, () => worker.stop());
  }
}

function clockAddress(env: Env): string {
  return `${ownUrl(env)}/demo/clock`;
}

function ownUrl({ port }: Env): string {
  return `http://127.0.0.1:${port}`;
}
