import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { createSimulator } from 'paygate-simulator';
import { pino } from 'pino';
import { inject } from 'vitest';
import { createClock } from '../clock.ts';
import { findConnection } from '../connections/find-connection.ts';
import type { Deps } from '../deps.ts';
import { readEnv } from '../env.ts';
import { createLiveHub } from '../live/live-hub.ts';
import { createSecrets } from '../secrets.ts';
import { withOwner } from '../storage/owner-connection.ts';
import { testDatabase } from '../storage/testing.ts';
import { followCallback } from './follow-callback.ts';
import { findPaymentByWireIds } from './payment-store.ts';

const KEYS = { cipher: 'bf-demo-key-0001', mac: 'hmac-demo-key-0123456789abcdef01' };

export type Desk = Awaited<ReturnType<typeof openDesk>>;

/**
 * A desk of its own: a database, a simulator that speaks the real protocol, connections `demo` and
 * `demo-sale` to it, and a clock that the test moves. `env` overrides settings of the environment;
 * an `empty` one has no merchant and no connection.
 */
export async function openDesk(
  env: Readonly<Record<string, string>> = {},
  { empty = false }: { readonly empty?: boolean } = {},
) {
  const test = await testDatabase();
  const simulator = await createSimulator({ dataDir: null });
  let offsetMs = 0;
  const log = pino({ level: 'silent' });
  const deps: Deps = {
    env: readEnv({ GATEWAY_URL: simulator.url, GATEWAY_TIMEOUT_MS: '2000', ...env }),
    clock: createClock(() => offsetMs),
    database: test.database,
    log,
    secrets: createSecrets(new Uint8Array(32).fill(7)),
    live: createLiveHub({ url: test.appUrl, log }),
  };
  const connectionId = empty ? '' : await addShop(deps, simulator.url);

  const control = async (path: string, body: object) => {
    const response = await fetch(`${simulator.url}/control/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  return {
    deps,
    /** The database as its owner reaches it, and as the application does. */
    ownerUrl: test.ownerUrl,
    appUrl: test.appUrl,
    simulator,
    connectionId,
    control,
    /** Moves the simulator's clock and the desk's by the same step. */
    advance: async (advanceMs: number) => {
      const told: unknown = await control('clock', { advanceMs });
      const { offsetMs: moved } = told as { offsetMs: number };
      offsetMs = moved;
    },
    /** The executed steps of one payment at the gateway. */
    ledger: async (payId: string) => {
      const response = await fetch(`${simulator.url}/control/ledger?payId=${payId}`);
      const told: unknown = await response.json();
      return (told as { entries: { kind: string; amount: number; reqId: string | null }[] })
        .entries;
    },
    /** A database that is away: nobody can connect, and who was connected is cut off. */
    database: {
      stop: () => allowConnections(test.appUrl, false),
      start: () => allowConnections(test.appUrl, true),
    },
    close: async () => {
      await deps.live.close();
      await simulator.close();
      await test.drop();
    },
  };
}

async function allowConnections(appUrl: string, allowed: boolean): Promise<void> {
  const name = new URL(appUrl).pathname.slice(1);
  await withOwner(inject('postgres').adminUrl, async (client) => {
    await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${allowed}`);
    if (allowed) return;
    const others = 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1';
    await client.query(others, [name]);
  });
}

async function addShop(deps: Deps, baseUrl: string): Promise<string> {
  await addMerchant(deps, 1);
  await addConnection(deps, 'demo-sale', 'desk_demo_sale', 'sale', baseUrl);
  return addConnection(deps, 'demo', 'desk_demo', 'deferred', baseUrl);
}

async function addMerchant({ database }: Deps, id: number): Promise<void> {
  await database.money.query(
    `INSERT INTO merchants (id, name, created_at) VALUES ($1, 'Alpenglück', now())`,
    [id],
  );
}

async function addConnection(
  { database, secrets }: Deps,
  slug: string,
  gatewayMerchantId: string,
  mode: 'sale' | 'deferred',
  baseUrl: string,
): Promise<string> {
  const id = randomUUIDv7();
  await database.money.query(
    `INSERT INTO gateway_connections (id, merchant_id, slug, label, brand, base_url,
       gateway_merchant_id, mode, cipher_key, mac_key, several_captures, partial_reversal,
       keys_set_at, created_at, updated_at)
     VALUES ($1, 1, $2, $2, 'custom', $3, $4, $5, $6, $7, 'yes', 'yes', now(), now(), now())`,
    [
      id,
      slug,
      baseUrl,
      gatewayMerchantId,
      mode,
      secrets.seal(`connection:${id}:cipher-key`, KEYS.cipher),
      secrets.seal(`connection:${id}:mac-key`, KEYS.mac),
    ],
  );
  return id;
}

/** Lets a customer pay through the gateway, tells the desk by callback message, and gives the payment. */
export async function pay(
  desk: Desk,
  amount: number,
  { merchantId = 'desk_demo', slug = 'demo', refNr = 'A-1' } = {},
) {
  const transId = `T-${randomUUID().slice(0, 18)}`;
  const told: unknown = await desk.control('payments', {
    merchantId,
    transId,
    amount,
    refNr,
    outcome: 'approve',
  });
  const { payId } = told as { payId: string };
  const connection = await findConnection(desk.deps, desk.deps.database.money, { slug });
  if (connection === null) throw new Error(`no connection ${slug}`);
  await followCallback(desk.deps, connection, {
    payId,
    transId,
    code: '00000000',
    xid: null,
    refNr,
    userData: null,
    twintOrderId: null,
    firstReceivedAt: desk.deps.clock.now(),
  });
  const ids = { payId, transId };
  const payment = await findPaymentByWireIds(desk.deps.database.money, connection.id, ids);
  if (payment === null) throw new Error('the payment did not appear');
  return { payId, transId, paymentId: payment.id };
}
