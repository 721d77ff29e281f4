import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import { sweepDelay } from '../payments/sweep-payments.ts';
import type { Membership } from '../sessions/person.ts';
import { countTroubledCallbacks, selectLastCalls } from './health-store.ts';
import type { healthView } from './health-view.ts';

const HOUR = 3_600_000;

/**
 * Whether each gateway answers, notifications get through, and the daily look at payments, which is one
 * for all merchants of this house, is on time.
 */
export async function getHealth(
  deps: Deps,
  memberships: readonly Membership[],
): Promise<z.output<typeof healthView>> {
  const { clock, database } = deps;
  const merchantIds = memberships.map(({ merchantId }) => merchantId);
  const [gateways, notifications, delayMs] = await Promise.all([
    selectLastCalls(database.read, merchantIds, clock.wall() - HOUR),
    countTroubledCallbacks(database.read, merchantIds),
    sweepDelay(deps),
  ]);
  return {
    gateways: gateways.map(({ isLastAnswered, lastAnswerAt, ...gateway }) => ({
      ...gateway,
      state: isLastAnswered === null ? 'quiet' : isLastAnswered ? 'answering' : 'silent',
      lastAnswerAt: lastAnswerAt?.getTime() ?? null,
    })),
    notifications,
    sweep: { delayMs },
  };
}
