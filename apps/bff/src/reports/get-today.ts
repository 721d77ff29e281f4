import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Membership } from '../sessions/person.ts';
import { failuresOf } from './report-failures.ts';
import { addUp, figuresOf } from './report-figures.ts';
import { type MovementSum, sumMovements } from './report-store.ts';
import type { todayView } from './report-view.ts';
import { addDays, startOfDay, swissDay } from './swiss-time.ts';

const HOUR = 3_600_000;

/**
 * Today's figures beside those of the same weekday a week ago, up to the end of the same hour: a
 * morning is compared with a morning.
 */
export async function getToday(
  { clock, database }: Deps,
  memberships: readonly Membership[],
): Promise<z.output<typeof todayView>> {
  const now = clock.now();
  const day = swissDay(now);
  const from = startOfDay(day, 'calendar');
  const to = startOfDay(addDays(day, 1), 'calendar');
  const passed = (Math.floor((now - from) / HOUR) + 1) * HOUR;
  const before = startOfDay(addDays(day, -7), 'calendar');
  const scope = {
    merchantIds: memberships.map(({ merchantId }) => merchantId),
    connectionId: null,
  };
  const [today, weekAgo] = await Promise.all([
    sumMovements(database.read, scope, [from, to]),
    sumMovements(database.read, scope, [before, before + passed]),
  ]);
  const { payments, steps } = failuresOf(cutBy(today, 'detail'));
  const whole = cutBy(today, 'period');
  return {
    from,
    to,
    figures: figuresOf(whole),
    weekAgo: { from: before, to: before + passed, figures: figuresOf(cutBy(weekAgo, 'period')) },
    failed: { count: addUp(whole, ['failed']).count, of: payments },
    declined: { count: addUp(whole, ['declined']).count, of: steps },
  };
}

function cutBy(sums: readonly MovementSum[], cut: MovementSum['cut']): readonly MovementSum[] {
  return sums.filter((sum) => sum.cut === cut);
}
