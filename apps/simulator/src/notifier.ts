import { randomUUID } from 'node:crypto';
import type { NotificationCause } from './events.ts';
import { sendNotification } from './send-notification.ts';
import type { NotificationState, Payment } from './state.ts';
import { newTimer, schedule, settingsOf, type World } from './world.ts';

const minuteMs = 60_000;
const repetitions = 8;

export type NotificationContent = {
  readonly cause: NotificationCause;
  readonly xid: string;
  readonly status: string;
  readonly code: string;
};

/**
 * Tells the merchant what happened. Resolves after the first attempt, with all that is known of the
 * notification; null if the payment has no URLNotify. A late or held notification resolves at once.
 */
export async function notifyMerchant(
  world: World,
  payment: Payment,
  content: NotificationContent,
  delayMs = 0,
): Promise<NotificationState | null> {
  const { payId, merchantId, urlNotify: url } = payment;
  if (url === null) return null;
  const id = randomUUID();
  const createdAt = world.clock.now();
  const notification = { id, payId, merchantId, url, createdAt, ...content };
  world.append({ type: 'notification', notification });

  const late = world.faults.take(['notify-late'], 'notify', payId);
  const settings = settingsOf(world, merchantId);
  const wait = late === null ? delayMs : (late.delayMs ?? settings.lateNotifyMs);
  const held = wait === 0 && world.faults.take(['notify-reordered'], 'notify', payId) !== null;
  const dueAt = createdAt + (held ? settings.lateNotifyMs : wait);
  const timer = newTimer(randomUUID(), dueAt, { kind: 'notify', notificationId: id });
  schedule(world, timer);
  if (held) hold(world, merchantId, id);
  else if (wait === 0) await world.agenda.run(timer);
  return world.state.notifications.get(id) ?? null;
}

/**
 * One attempt. Anything but HTTP 200 is repeated n³ minutes later, n = 1 to 8, measured from this
 * attempt. Whatever was held back for a swap leaves right after it.
 */
export async function attemptNotification(world: World, id: string): Promise<void> {
  const notification = world.state.notifications.get(id);
  if (notification === undefined || isDelivered(notification)) return;
  const at = world.clock.now();
  const status = await sendNotification(world, notification);
  world.append({ type: 'attempt', attempt: { id, at, status } });
  const number = notification.attempts.length;
  if (status !== 200 && number <= repetitions) {
    const task = { kind: 'notify', notificationId: id } as const;
    schedule(world, newTimer(randomUUID(), at + number ** 3 * minuteMs, task));
  }
  await release(world, notification.merchantId, id);
}

function isDelivered({ attempts }: NotificationState): boolean {
  return attempts.some(({ status }) => status === 200);
}

function hold(world: World, merchantId: string, id: string): void {
  const waiting = world.heldNotifications.get(merchantId) ?? [];
  world.heldNotifications.set(merchantId, [...waiting, id]);
}

async function release(world: World, merchantId: string, sentId: string): Promise<void> {
  const waiting = (world.heldNotifications.get(merchantId) ?? []).filter((id) => id !== sentId);
  world.heldNotifications.delete(merchantId);
  for (const id of waiting) await attemptNotification(world, id);
}
