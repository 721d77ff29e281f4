import { TRPCError } from '@trpc/server';
import type { Database } from '../storage/database.ts';
import { inTransaction, type Sql } from '../storage/database.ts';
import { isTimeout } from '../storage/is-timeout.ts';
import { allowTime } from './totals-store.ts';

/** Of the connections that lists are read with, the larger part stays free for lists. */
const AT_ONCE = 2;
const LONGEST_MS = 30_000;

let counting = 0;

/**
 * Counts what may be millions, for a person who asked for it and waits.
 * @throws TRPCError TOO_MANY_REQUESTS while two others do, TIMEOUT after 30 s.
 */
export async function countExactly<T>(
  pool: Database['read'],
  work: (sql: Sql) => Promise<T>,
): Promise<T> {
  if (counting >= AT_ONCE) {
    throw new TRPCError({ code: 'TOO_MANY_REQUESTS', message: 'others-count' });
  }
  counting += 1;
  try {
    return await inTransaction(pool, async (sql) => {
      await allowTime(sql, LONGEST_MS);
      return work(sql);
    });
  } catch (error) {
    if (!isTimeout(error)) throw error;
    throw new TRPCError({ code: 'TIMEOUT', message: 'too-much-to-count', cause: error });
  } finally {
    counting -= 1;
  }
}
