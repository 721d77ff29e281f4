import type { Database } from './database.ts';

/** Whether the database answers a query now. */
export async function isAnswering({ read }: Database): Promise<boolean> {
  try {
    await read.query('SELECT 1');
    return true;
  } catch {
    return false;
  }
}
