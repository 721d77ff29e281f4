import { randomUUIDv7 } from 'node:crypto';
import { type Role, rightsOf } from 'paygate-payments';
import { pino } from 'pino';
import type { Clock } from '../clock.ts';
import { findConnection } from '../connections/find-connection.ts';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import { keyPurpose } from '../connections/open-connection.ts';
import type { Deps } from '../deps.ts';
import { type Env, readEnv } from '../env.ts';
import { createSecrets } from '../secrets.ts';
import type { Person } from '../sessions/person.ts';
import { type Database, openDatabase } from '../storage/database.ts';
import { type Process, startProcess } from './process.ts';
import { insertConnection, insertMerchant, insertPerson, spareDisk } from './torture-store.ts';

/** Must never be seen outside of memory. */
export const canaries = {
  cipher: 'bf-canary-key-51',
  mac: 'mac-canary-0123456789-abcdef',
} as const;
export const gatewayMerchants = { one: 'torture_one', two: 'torture_two', other: 'torture_other' };

/** A server process as it stands: a killed one is replaced by another with the same name. */
export type Server = { process: Process; readonly deps: Deps };

export type House = Awaited<ReturnType<typeof openHouse>>;

/**
 * Two merchants with three connections, people of every role, and several server processes, each
 * with its own pools, on one database.
 */
export async function openHouse({
  url,
  gatewayUrl,
  clock,
  servers,
  env = {},
  sparesDisk = false,
  watch = (database) => database,
}: {
  readonly url: string;
  readonly gatewayUrl: string;
  readonly clock: Clock;
  readonly servers: number;
  readonly env?: Partial<Env>;
  /** Whether commits may return before they are on the disk: nothing here ends the database. */
  readonly sparesDisk?: boolean;
  readonly watch?: (database: Database) => Database;
}) {
  const observer = openDatabase(url);
  const opened: Database[] = [observer];
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
  const secrets = createSecrets(new Uint8Array(32).fill(7));
  const settings = { ...readEnv({ GATEWAY_URL: gatewayUrl }), ...env };
  const common = { env: settings, clock, log, secrets, live: silence };

  const server = (name: string): Server => {
    const database = openDatabase(url);
    opened.push(database);
    return { process: startProcess(name), deps: { ...common, database: watch(database) } };
  };
  const deps: Deps = { ...common, database: observer };
  const sql = observer.read;
  if (sparesDisk) await spareDisk(sql);
  await insertMerchant(sql, 1);
  await insertMerchant(sql, 2);
  const connections = [
    await connect(deps, 1, gatewayMerchants.one, 'yes'),
    await connect(deps, 1, gatewayMerchants.two, 'unconfirmed'),
    await connect(deps, 2, gatewayMerchants.other, 'yes'),
  ];
  return {
    servers: Array.from({ length: servers }, (_, at) => server(`server ${at + 1}`)),
    /** Not watched by the scheduler: for looking, not for acting. */
    observer: deps,
    connections,
    people: {
      managers: [await join(sql, 1, 'manager'), await join(sql, 1, 'manager')],
      service: await join(sql, 1, 'service', { perPayment: 50_00, perDay: 300_00 }),
      shipping: await join(sql, 1, 'shipping'),
      auditor: await join(sql, 1, 'auditor'),
      stranger: await join(sql, 2, 'manager'),
    },
    logLines: lines,
    close: async () => {
      await Promise.all(opened.map((database) => database.close()));
    },
  };
}

const silence: Deps['live'] = {
  subscribe: () => () => undefined,
  publish: () => undefined,
  close: async () => undefined,
};

async function connect(
  deps: Deps,
  merchantId: number,
  name: string,
  inquiryShowsReversals: 'yes' | 'unconfirmed',
): Promise<GatewayConnection> {
  const id = randomUUIDv7();
  await insertConnection(deps.database.read, {
    id,
    merchantId,
    name,
    baseUrl: deps.env.gatewayUrl,
    cipherKey: deps.secrets.seal(keyPurpose.cipher(id), canaries.cipher),
    macKey: deps.secrets.seal(keyPurpose.mac(id), canaries.mac),
    inquiryShowsReversals,
  });
  const connection = await findConnection(deps, deps.database.read, { id });
  if (connection === null) throw new Error(`connection ${name} was not stored`);
  return connection;
}

async function join(
  sql: Parameters<typeof insertPerson>[0],
  merchantId: number,
  role: Role,
  limits: { readonly perPayment: number | null; readonly perDay: number | null } = {
    perPayment: null,
    perDay: null,
  },
): Promise<Person> {
  const id = await insertPerson(sql, merchantId, role, limits);
  const membership = {
    merchantId,
    merchantName: `Merchant ${merchantId}`,
    role,
    rights: rightsOf(role),
    refundLimit: limits.perPayment,
    refundDailyLimit: limits.perDay,
  };
  const email = `${id}@desk.example`;
  return { id, email, name: role, secondFactor: false, memberships: [membership] };
}
