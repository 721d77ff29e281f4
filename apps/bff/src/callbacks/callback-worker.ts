import { openNotification } from 'paygate-core/notification';
import { readConnection } from '../connections/find-connection.ts';
import type { Deps } from '../deps.ts';
import { startWorkLoop, type WorkLoop, workEach } from '../live/work-loop.ts';
import { followCallback } from '../payments/follow-callback.ts';
import {
  claimCallbacks,
  firstReceivedAt,
  type InboxEntry,
  settleCallback,
} from './callback-store.ts';

const AT_ONCE = 6;
const AGAIN_MS = 5_000;
const AGAIN_AT_MOST_MS = 3_600_000;
/** Over a day of trying; after that a person has to look. */
const ATTEMPTS = 36;

/** Works off the inbox in any number of processes, on the pool of the callbacks alone. */
export function startCallbackWorker(deps: Deps): WorkLoop {
  const { database } = deps;
  const onCallbackPool = { ...deps, database: { ...database, money: database.callback } };
  return startWorkLoop(deps, {
    name: 'callback worker',
    wakes: ({ type }) => type === 'callback' || type === 'clock',
    work: () => processCallbacks(onCallbackPool),
  });
}

/** One round: claims what is due and asks the gateway about it. Answers whether there may be more. */
export async function processCallbacks(deps: Deps): Promise<boolean> {
  const { clock, database, env } = deps;
  const entries = await claimCallbacks(database.money, {
    now: clock.now(),
    wall: clock.wall(),
    leaseMs: 2 * env.gatewayTimeoutMs + 10_000,
    limit: AT_ONCE,
  });
  await workEach(deps, entries, (entry) => processOne(deps, entry), {
    left: 'callback left as it is',
    about: ({ id }) => ({ callback: id }),
  });
  return entries.length === AT_ONCE;
}

async function processOne(deps: Deps, entry: InboxEntry): Promise<void> {
  const sql = deps.database.money;
  const connection = await readConnection(deps, sql, entry.connectionId);

  const firstAt = (await firstReceivedAt(sql, entry)) ?? entry.receivedAt;
  const { credentials } = connection;
  const { kind } = entry;
  const read = openNotification({ credentials, kind, body: entry.raw.toString('latin1') });
  const told = read.trusted ? read.event : null;
  const news = {
    ...entry,
    firstReceivedAt: firstAt,
    xid: told?.xid ?? null,
    refNr: told?.refNr ?? null,
    userData: told?.userData ?? null,
    twintOrderId: told?.transactionId ?? null,
  };
  const said = await followCallback(deps, connection, news);
  const now = deps.clock.now();
  if (said === 'recorded' || said === 'woke-operation') {
    return settleCallback(sql, entry, { state: 'done', said }, { now });
  }
  const pause = Math.min(AGAIN_MS * 2 ** (entry.attempts - 1), AGAIN_AT_MOST_MS);
  return said === 'trans-id-taken' || entry.attempts >= ATTEMPTS
    ? settleCallback(sql, entry, { state: 'parked', said }, { now })
    : settleCallback(sql, entry, { state: 'pending', said }, { now, dueAt: now + pause });
}
