import type { Sql } from '../storage/database.ts';
import { fieldError } from '../trpc.ts';
import { swissInstant } from './swiss-instant.ts';

const LOWEST_ID = '00000000-0000-0000-0000-000000000000';
const HIGHEST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

type Start = {
  readonly startAt: number | string;
  readonly sort: string;
  readonly order: 'asc' | 'desc';
};

/**
 * The position just before the first row that a list is to begin with: at an amount in minor units, an
 * instant (ms UTC), a Swiss day or a minute of one.
 * @throws TRPCError BAD_REQUEST for a day in a list that is sorted by amount.
 */
export async function startValue(
  sql: Sql,
  { startAt, sort, order }: Start,
): Promise<{ readonly value: number; readonly id: string; readonly side: 'before' }> {
  if (sort === 'amount' && typeof startAt !== 'number')
    throw fieldError('startAt', 'not-an-amount');
  // Newest first, a day begins with its last minute.
  const value =
    typeof startAt === 'number'
      ? startAt
      : await swissInstant(sql, startAt, order === 'desc' ? 1 : 0);
  return { value, id: order === 'asc' ? LOWEST_ID : HIGHEST_ID, side: 'before' };
}
