import { setTimeout as pause } from 'node:timers/promises';
import { createCipher } from 'paygate-core/wire';
import type { Closers } from '../house/closers.ts';
import { openSession } from '../sessions/open-session.ts';
import { type Cluster, startCluster } from './cluster.ts';
import { createDice, type Dice } from './dice.ts';
import { type Fleet, startFleet } from './fleet.ts';
import { createLedger, type Ledger } from './gateway-ledger.ts';
import { canaries, gatewayMerchants, type House, openHouse } from './house.ts';
import { createJumpingClock, type JumpingClock } from './jumping-clock.ts';
import { startPermissiveGateway } from './permissive-gateway.ts';
import { findClaim } from './torture-store.ts';

const SERVERS = 3;
/** Everything passes so much faster than in reality, the silence after a send less so. */
export const PACE = 200;
const TIMEOUT_MS = 500;
/** Longer than a slow effect, a lag and a busy machine together. */
const quiet = { quietMs: 6_000, creditQuietMs: 9_000 };

export type ChaosWorld = {
  readonly dice: Dice;
  readonly clock: JumpingClock;
  readonly ledger: Ledger;
  readonly gateway: Awaited<ReturnType<typeof startPermissiveGateway>>;
  readonly cluster: Cluster;
  readonly fleet: Fleet;
  readonly house: House;
  readonly quiet: typeof quiet;
  readonly marginMs: number;
  readonly faults: Map<string, number>;
  /** Why people had to ask again. */
  readonly retries: Map<string, number>;
  /** Switches the faults of the gateway on, or all of them off. */
  misbehave(on: boolean): void;
  readonly violations: string[];
  readonly count: (name: string) => void;
  readonly violate: (text: string) => void;
  /** Session tokens by person. */
  readonly tokens: Map<string, string>;
  /** Signs everybody in afresh. */
  signIn(): Promise<void>;
};

/**
 * Three server processes, a database of their own in `dataDir` and a gateway that obeys. Everything
 * that is started is in `closers`, also when this throws.
 */
export async function createChaosWorld(
  dataDir: string,
  seed: number,
  closers: Closers,
): Promise<ChaosWorld> {
  const dice = createDice(seed);
  const ledger = createLedger();
  const clock = createJumpingClock();
  await closers.add('clock', () => clock.stop());
  const faults = new Map<string, number>();
  const retries = new Map<string, number>();
  const violations: string[] = [];
  const count = (name: string): void => {
    faults.set(name, (faults.get(name) ?? 0) + 1);
  };
  const violate = (text: string): void => {
    violations.push(text);
  };
  const cluster = await startCluster(dataDir);
  await closers.add('database', () => cluster.stop());

  let house: House | null = null;
  const slowness = { rate: 0 };
  const gateway = await startPermissiveGateway({
    dice,
    clock,
    scheduler: inRealTime(dice, () => slowness.rate),
    ledger,
    credentials: Object.values(gatewayMerchants).map((merchantId) => ({
      merchantId,
      cipher: createCipher('blowfish', canaries.cipher),
      macKey: canaries.mac,
    })),
    timeoutMs: 2 * TIMEOUT_MS,
    pace: PACE,
    onFault: count,
    onMoneyWithoutInquiry: (reqId) => violate(`I3 sent without asking first: ${reqId}`),
    onMoneyRequest: async (reqId) => {
      const sql = house?.observer.database.read;
      // A database that has just crashed cannot tell; what it has committed is checked at the end.
      const claim = await (sql && findClaim(sql, reqId).catch(() => undefined));
      if (claim === undefined) return;
      if (claim === null || claim.sentAt === null) violate(`claim: sent without one: ${reqId}`);
    },
  });
  await closers.add('gateway', () => gateway.close());
  const env = { gatewayTimeoutMs: TIMEOUT_MS };
  house = await openHouse({ url: cluster.url, gatewayUrl: gateway.url, clock, servers: 0, env });
  const opened = house;
  await closers.add('observer', () => opened.close());

  const settings = settingsOf(cluster.url, gateway.url, dataDir);
  const fleet = await startFleet(SERVERS, settings, clock.offset);
  await closers.add('servers', () => fleet.close());
  await fleet.whenReady();

  const tokens = new Map<string, string>();
  const { managers, service, shipping, auditor, stranger } = opened.people;
  const signIn = async (): Promise<void> => {
    for (const { id } of [...managers, service, shipping, auditor, stranger]) {
      tokens.set(id, await openSession(opened.observer, id, null));
    }
  };
  const told = { faults, violations, count, violate, tokens, signIn, retries };
  const world = { dice, clock, ledger, gateway, cluster, fleet, house: opened, ...told };
  const misbehave = (on: boolean): void => {
    Object.assign(gateway.rates, on ? { money: 0.35, inquiry: 0.1 } : { money: 0, inquiry: 0 });
    slowness.rate = on ? 0.02 : 0;
  };
  return { ...world, quiet, marginMs: 1_000, misbehave };
}

function settingsOf(url: string, gatewayUrl: string, dataDir: string): Record<string, string> {
  return {
    // Only demo mode calls a gateway without TLS; nothing else of it is started.
    DEMO: 'on',
    GATEWAY_URL: gatewayUrl,
    DATA_DIR: dataDir,
    DATABASE_URL: url,
    MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
    GATEWAY_TIMEOUT_MS: String(TIMEOUT_MS),
    QUIET_PERIOD_MS: String(quiet.quietMs),
    CREDIT_QUIET_PERIOD_MS: String(quiet.creditQuietMs),
    RESOLVE_AT_MS: `300,1000,3000,${quiet.quietMs},${quiet.creditQuietMs}`,
  };
}

/** Where the simulation decides who goes on, real processes wait: mostly a little, now and then too long. */
function inRealTime(dice: Dice, slowness: () => number) {
  const stop = async (): Promise<void> => {
    await pause(
      dice.chance(slowness()) ? dice.whole(TIMEOUT_MS, 3 * TIMEOUT_MS) : dice.whole(0, 4),
    );
  };
  return { stop, begin: () => undefined, end: () => undefined };
}
