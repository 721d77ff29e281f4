import { randomUUIDv7 } from 'node:crypto';
import type { Sql } from '../storage/database.ts';
import { insertMail, type NewMail } from './mail-store.ts';

/** Books a mail inside the caller's transaction; a worker sends it. The same key books it once. */
export async function queueMail(sql: Sql, mail: Omit<NewMail, 'id'>): Promise<boolean> {
  return insertMail(sql, { ...mail, id: randomUUIDv7() });
}
