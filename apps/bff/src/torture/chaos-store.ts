import type { Sql } from '../storage/database.ts';

/** The payments with these PayIDs that the house knows, by PayID. */
export async function knownPayments(
  sql: Sql,
  payIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql.query<{ id: string; payId: string }>(
    'SELECT id, pay_id AS "payId" FROM payments WHERE pay_id = ANY($1)',
    [payIds],
  );
  return new Map(rows.map(({ id, payId }) => [payId, id]));
}

/** Cuts every other connection of the application to the database; answers how many. */
export async function cutConnections(sql: Sql): Promise<number> {
  const { rows } = await sql.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE usename = current_user AND pid <> pg_backend_pid()`,
  );
  return rows.length;
}

/** The process id of some connection of a server, a busy one if there is any; null if there is none. */
export async function someBackend(sql: Sql): Promise<number | null> {
  const { rows } = await sql.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity
     WHERE usename = current_user AND pid <> pg_backend_pid() AND application_name LIKE '%money'
     ORDER BY state = 'idle', random() LIMIT 1`,
  );
  return rows[0]?.pid ?? null;
}

/** Since when (ms UTC) the first operation or callback is due, claimed by somebody or not; or null. */
export async function firstDue(sql: Sql): Promise<number | null> {
  const { rows } = await sql.query<{ due: Date | null }>(
    `SELECT least((SELECT min(due_at) FROM operations), (SELECT min(due_at) FROM callback_inbox))
       AS due`,
  );
  return rows[0]?.due?.getTime() ?? null;
}
