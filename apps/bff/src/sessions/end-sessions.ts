import type { Sql } from '../storage/database.ts';
import { deleteSessionsOf } from './session-store.ts';

/** Signs a person out everywhere. Pass the `sql` of the transaction that gives the reason for it. */
export async function endSessions(sql: Sql, userId: string): Promise<void> {
  await deleteSessionsOf(sql, userId);
}
