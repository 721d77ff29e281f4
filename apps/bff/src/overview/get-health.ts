import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Membership } from '../sessions/person.ts';
import { countTroubledCallbacks, selectLastCalls } from './health-store.ts';
import type { healthView } from './health-view.ts';

const HOUR = 3_600_000;

/** Whether each gateway answers, and whether notifications get through. */
export async function getHealth(
  { clock, database }: Deps,
  memberships: readonly Membership[],
): Promise<z.output<typeof healthView>> {
  const merchantIds = memberships.map(({ merchantId }) => merchantId);
  const [gateways, notifications] = await Promise.all([
    selectLastCalls(database.read, merchantIds, clock.wall() - HOUR),
    countTroubledCallbacks(database.read, merchantIds),
  ]);
  return {
    gateways: gateways.map(({ isLastAnswered, lastAnswerAt, ...gateway }) => ({
      ...gateway,
      state: isLastAnswered === null ? 'quiet' : isLastAnswered ? 'answering' : 'silent',
      lastAnswerAt: lastAnswerAt?.getTime() ?? null,
    })),
    notifications,
  };
}
