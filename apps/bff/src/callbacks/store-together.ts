import type { GatewayConnection } from '../connections/gateway-connection.ts';
import { queueForward } from '../forwarding/queue-forward.ts';
import { type Database, inTransaction } from '../storage/database.ts';
import { type NewEntry, storeCallbacks } from './callback-store.ts';

type Pool = Database['callback'];

/** A verified callback, and the connection at whose door it came in. */
export type Arrival = { readonly entry: NewEntry; readonly connection: GatewayConnection };

type Waiting = Arrival & { readonly done: () => void; readonly failed: (error: unknown) => void };
type Counter = { waiting: readonly Waiting[]; lanes: number };

/** One stays free for who looks up a connection. */
const LANES = 2;
const MOST_TOGETHER = 50;

const counters = new WeakMap<Pool, Counter>();

/**
 * Commits a callback to the inbox, together with those that came while others were being committed.
 * Resolves when it is committed and never before. One that cannot be stored fails alone.
 */
export function storeTogether(pool: Pool, arrival: Arrival): Promise<void> {
  const counter = counters.get(pool) ?? { waiting: [], lanes: 0 };
  counters.set(pool, counter);
  return new Promise((done, failed) => {
    counter.waiting = [...counter.waiting, { ...arrival, done, failed }];
    if (counter.lanes < LANES) void serve(pool, counter);
  });
}

async function serve(pool: Pool, counter: Counter): Promise<void> {
  counter.lanes += 1;
  while (counter.waiting.length > 0) await storeGroup(pool, takeGroup(counter));
  counter.lanes -= 1;
}

/** The oldest that wait; of the same message only one, for a statement can meet a row only once. */
function takeGroup(counter: Counter): readonly Waiting[] {
  const group = new Map<string, Waiting>();
  const left: Waiting[] = [];
  for (const one of counter.waiting) {
    const key = `${one.entry.connectionId} ${one.entry.digest.toString('hex')}`;
    if (group.size === MOST_TOGETHER || group.has(key)) left.push(one);
    else group.set(key, one);
  }
  counter.waiting = left;
  // In one order, so that two lanes and two processes never wait for each other.
  return [...group].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** Stores all of them or, where one cannot be stored, each for itself. */
async function storeGroup(pool: Pool, group: readonly Waiting[]): Promise<void> {
  try {
    await storeAll(pool, group);
  } catch (error) {
    if (group.length === 1) for (const { failed } of group) failed(error);
    else await Promise.all(group.map((one) => storeGroup(pool, [one])));
    return;
  }
  for (const { done } of group) done();
}

function storeAll(pool: Pool, group: readonly Arrival[]): Promise<void> {
  return inTransaction(pool, async (sql) => {
    const isNew = await storeCallbacks(
      sql,
      group.map(({ entry }) => entry),
    );
    for (const { connection, entry } of group) {
      if (isNew.has(entry.id)) await queueForward(sql, connection, entry, entry.receivedAt);
    }
  });
}
