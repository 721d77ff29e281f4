import type { Deps } from '../deps.ts';
import { askAgain, missSchedule } from './ask-again.ts';
import { askAgainMs, nextAskAt, scheduledUntil } from './ask-schedule.ts';
import type { Payment } from './payment.ts';
import { findPayment } from './payment-store.ts';

/** A payment of ours whose customer was sent to the gateway at `startedAt` (ms UTC). */
export type FollowedPayment = {
  readonly merchantId: number;
  readonly paymentId: string;
  readonly startedAt: number;
  /** After how many hours the gateway captures by itself, if it does. */
  readonly captureHours: number | null;
};

/**
 * Finds out what became of a payment although nobody told us, and answers when to look again (ms UTC):
 * null once it ended, or a day is over. One that the gateway was to capture by itself is asked about
 * when it should have been.
 */
export async function followPayment(deps: Deps, followed: FollowedPayment): Promise<number | null> {
  const before = await read(deps, followed);
  const asks = !hasEnded(before) || before.status === 'scheduled';
  const said = asks ? await askAgain(deps, followed) : 'amounts';
  const after = asks ? await read(deps, followed) : before;
  const now = deps.clock.now();
  if (after.status !== 'scheduled') {
    return hasEnded(after) ? null : nextAskAt(followed.startedAt, now);
  }
  const until = scheduledUntil(after.authorizedAt, followed.captureHours);
  if (now < until) return until;
  if (said !== 'amounts') return now + askAgainMs;
  await missSchedule(deps, followed);
  return null;
}

async function read(deps: Deps, { merchantId, paymentId }: FollowedPayment): Promise<Payment> {
  const payment = await findPayment(deps.database.money, [merchantId], paymentId);
  if (payment === null) throw new Error(`payment ${paymentId} does not exist`);
  return payment;
}

function hasEnded({ lifecycle }: Payment): boolean {
  return ['authorized', 'failed', 'expired'].includes(lifecycle);
}
