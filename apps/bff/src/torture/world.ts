import { createCipher } from 'paygate-core/wire';
import { defaultQuietPeriods } from 'paygate-payments';
import type { Env } from '../env.ts';
import { createDice, type Dice } from './dice.ts';
import { createLedger } from './gateway-ledger.ts';
import { canaries, gatewayMerchants, type House, openHouse, type Server } from './house.ts';
import { type DatabaseFault, type Statement, watchDatabase } from './house-database.ts';
import { watchWorld } from './house-network.ts';
import { type MoneyPath, realMoneyPath } from './money-path.ts';
import { startPermissiveGateway } from './permissive-gateway.ts';
import { runTask, separateProcesses, startProcess } from './process.ts';
import { createScheduler, type Scheduler } from './scheduler.ts';
import { seedIds } from './seeded-ids.ts';
import { countBlocked, findClaim } from './torture-store.ts';
import { createVirtualClock } from './virtual-clock.ts';

const START = Date.UTC(2026, 2, 2, 8);
const TIMEOUT_MS = 30_000;
const SERVERS = 3;

/** What is changed for a seeded bug; production has none of it. */
export type Variant = {
  readonly env?: Partial<Env>;
  readonly rewrite?: (statement: Statement) => Statement;
  readonly path?: Partial<MoneyPath>;
  /** The gateway repeats what worked again and again, each time in other words. */
  readonly isTalkative?: boolean;
  /** Nobody begins anything once something is violated. */
  readonly stopsAtViolation?: boolean;
};

/** What happened, for the report. */
export type Tally = {
  readonly faults: Map<string, number>;
  readonly kills: string[];
  readonly violations: string[];
  intents: number;
};

export type World = Awaited<ReturnType<typeof createWorld>>;

/** A house, a gateway and a clock of its own on one empty migrated database. */
export async function createWorld(url: string, seed: number, variant: Variant = {}) {
  const dice = createDice(seed);
  const clock = createVirtualClock(START);
  const ledger = createLedger();
  const tally: Tally = { faults: new Map(), kills: [], violations: [], intents: 0 };
  const count = (name: string): void => {
    tally.faults.set(name, (tally.faults.get(name) ?? 0) + 1);
  };
  const violate = (text: string): void => {
    tally.violations.push(text);
  };
  // The house opens its observer later; until then nothing can wait for a lock.
  let house: House | null = null;
  const observe = () => house?.observer.database.read;
  const scheduler = createScheduler(dice, async () => {
    const sql = observe();
    return sql === undefined ? 0 : countBlocked(sql);
  });
  const rates = { database: 0 };
  const gateway = await startPermissiveGateway({
    dice,
    clock,
    scheduler,
    ledger,
    credentials: credentialsOfAll(),
    timeoutMs: TIMEOUT_MS,
    onFault: count,
    onMoneyWithoutInquiry: (reqId) => violate(`I3 sent without asking first: ${reqId}`),
    onMoneyRequest: async (reqId) => {
      const sql = observe();
      if (sql === undefined) return;
      const claim = await findClaim(sql, reqId);
      const now = clock.now();
      if (claim?.sentAt === undefined || claim.sentAt === null) {
        return violate(
          `claim: sent without a committed claim: ${reqId} (${claim?.state ?? 'no row'})`,
        );
      }
      if (now - claim.sentAt > TIMEOUT_MS)
        violate(`claim: sent ${now - claim.sentAt} ms after the claim: ${reqId}`);
      const waited = claim.sentAt - claim.createdAt;
      if (waited > 60_000) violate(`claim: made ${waited} ms after it was requested: ${reqId}`);
    },
  });
  const locks = new Map<string, object>();
  const undo = [separateProcesses(), seedIds(seed, clock), watchWorld(scheduler, clock)];
  house = await openHouse({
    url: withoutHaste(url),
    gatewayUrl: gateway.url,
    clock,
    servers: SERVERS,
    sparesDisk: true,
    env: { gatewayTimeoutMs: TIMEOUT_MS, ...variant.env },
    watch: (database) =>
      watchDatabase(database, {
        scheduler,
        dice,
        locks,
        fault: (statement) => databaseFault(dice, rates.database, statement, count),
        rewrite: variant.rewrite ?? ((statement) => statement),
      }),
  });
  const opened = house;
  return {
    dice,
    clock,
    ledger,
    scheduler,
    gateway,
    house: opened,
    tally,
    count,
    violate,
    quiet: defaultQuietPeriods,
    marginMs: 60_000,
    path: { ...realMoneyPath, ...variant.path },
    isTalkative: variant.isTalkative === true,
    stopsAtViolation: variant.stopsAtViolation === true,
    /** Switches every fault on, or all of them off. */
    misbehave: (on: boolean): void => {
      Object.assign(gateway.rates, on ? { money: 0.35, inquiry: 0.1 } : { money: 0, inquiry: 0 });
      rates.database = on ? 0.002 : 0;
    },
    kill: (server: Server) => killServer(scheduler, tally, server),
    close: async (): Promise<void> => {
      await opened.close();
      await gateway.close();
      for (const step of undo) step();
    },
  };
}

/** Whether a run that looks for one violation has one: nothing of it matters any more. */
export function hasFound({ stopsAtViolation, tally }: World): boolean {
  return stopsAtViolation && tally.violations.length > 0;
}

/** Runs something in a server of the house; what it throws is the caller's to read. */
export function within<T>(server: Server, work: () => Promise<T>): Promise<T> {
  return runTask(server.process, work);
}

/** A slow machine must not look like a fault: what waits for a lock is waited for in virtual time. */
function withoutHaste(url: string): string {
  const patient = new URL(url);
  const limits = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'];
  const settings = [...limits.map((limit) => `${limit}=0`), 'timezone=UTC'];
  patient.searchParams.set('options', settings.map((setting) => `-c ${setting}`).join(' '));
  return patient.href;
}

async function killServer(scheduler: Scheduler, tally: Tally, server: Server): Promise<void> {
  const { name } = server.process;
  const points = await scheduler.kill(server.process);
  tally.kills.push(...(points.length > 0 ? points : ['idle']));
  server.process = startProcess(name);
}

function databaseFault(
  dice: Dice,
  rate: number,
  { text }: Statement,
  count: (name: string) => void,
): DatabaseFault | null {
  if (rate === 0) return null;
  const isCommit = text === 'COMMIT';
  if (!dice.chance(isCommit ? 10 * rate : rate)) return null;
  const fault = isCommit
    ? dice.pick(['commit-answer-lost', 'commit-lost'] as const)
    : 'backend-terminated';
  count(fault);
  return fault;
}

function credentialsOfAll() {
  const cipher = createCipher('blowfish', canaries.cipher);
  return Object.values(gatewayMerchants).map((merchantId) => ({
    merchantId,
    cipher,
    macKey: canaries.mac,
  }));
}
