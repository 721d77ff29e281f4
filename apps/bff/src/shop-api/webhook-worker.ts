import { recordAudit } from '../audit/record-audit.ts';
import type { Deps } from '../deps.ts';
import { passOn } from '../forwarding/pass-on.ts';
import { startWorkLoop, type WorkLoop, workEach } from '../live/work-loop.ts';
import { nextRepeatAt } from '../repeat-schedule.ts';
import { inTransaction } from '../storage/database.ts';
import {
  claimShopEvents,
  type Delivered,
  type DueEvent,
  settleShopEvent,
} from './shop-event-store.ts';
import { secretsInForce, webhookHeaders } from './webhook-secret.ts';
import { selectWebhook } from './webhook-store.ts';

const AT_ONCE = 12;
const OF_ONE_SHOP = 4;
const TIMEOUT_MS = 10_000;

/** Tells shops what became of their payments, in any number of processes, on the pool of the callbacks alone. */
export function startWebhookWorker(deps: Deps): WorkLoop {
  return startWorkLoop(deps, {
    name: 'webhooks',
    wakes: ({ type }) => type === 'shop' || type === 'clock',
    work: () => deliverEvents(deps),
  });
}

/** One round: claims what is due and delivers it. Answers whether there may be more. */
export async function deliverEvents(
  deps: Deps,
  { timeoutMs = TIMEOUT_MS }: { readonly timeoutMs?: number } = {},
): Promise<boolean> {
  const { clock, database } = deps;
  const due = await claimShopEvents(database.callback, {
    now: clock.now(),
    wall: clock.wall(),
    leaseMs: timeoutMs + 20_000,
    limit: AT_ONCE,
    each: OF_ONE_SHOP,
  });
  await workEach(deps, due, (event) => deliverOne(deps, event, timeoutMs), {
    left: 'webhook left as it is',
    about: ({ id }) => ({ event: id }),
  });
  return due.length > 0;
}

async function deliverOne(deps: Deps, event: DueEvent, timeoutMs: number): Promise<void> {
  const delivered = await send(deps, event, timeoutMs);
  const { status, error } = delivered;
  const now = deps.clock.now();
  const isDone = status !== null && status >= 200 && status < 300;
  const dueAt = isDone || error === 'no-address' ? null : nextRepeatAt(event.attempts, now);
  const state = isDone ? 'done' : dueAt === null ? 'given-up' : 'pending';
  await inTransaction(deps.database.callback, async (sql) => {
    const counted = await settleShopEvent(sql, event, { ...delivered, state }, { now, dueAt });
    if (!counted || state !== 'given-up') return;
    await recordAudit(sql, {
      merchantId: event.merchantId,
      at: now,
      actorId: null,
      action: 'webhook-given-up',
      subject: `payment:${event.paymentId}`,
      details: { event: event.id, attempts: event.attempts, status, error },
    });
  });
}

/** Address and secrets are those of the moment of sending: a shop that moved gets what waits for it. */
async function send(deps: Deps, event: DueEvent, timeoutMs: number): Promise<Delivered> {
  const { clock, database, env, secrets } = deps;
  const webhook = await selectWebhook(database.callback, event);
  const address = event.webhook ?? webhook?.address ?? null;
  const signing = webhook === null ? [] : secretsInForce(secrets, webhook, clock.now());
  if (address === null || signing.length === 0) return { status: null, error: 'no-address' };
  const message = {
    method: 'POST',
    contentType: 'application/json',
    raw: Buffer.from(event.body),
    // The shop compares with its own clock, whatever time the demo plays.
    headers: webhookHeaders(event, signing, clock.wall()),
  } as const;
  return passOn(address, message, { timeoutMs, demo: env.demo });
}
