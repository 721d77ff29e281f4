import type { LiveMessage } from '../live/live-message.ts';
import type { Sql } from './database.ts';

/** Hints to every process, at commit, that something moved; never the truth. */
export async function tellLive(sql: Sql, message: LiveMessage): Promise<void> {
  await sql.query(`SELECT pg_notify('desk_live', $1)`, [JSON.stringify(message)]);
}
