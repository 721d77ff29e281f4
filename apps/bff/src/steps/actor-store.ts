import type { Sql } from '../storage/database.ts';

export type Actor = { readonly id: string; readonly name: string };

/** Everybody of these merchants, by name. */
export async function selectActors(
  sql: Sql,
  merchantIds: readonly number[],
): Promise<readonly Actor[]> {
  const { rows } = await sql.query<Actor>(
    `SELECT DISTINCT u.id, u.name FROM memberships m JOIN users u ON u.id = m.user_id
     WHERE m.merchant_id = ANY($1) ORDER BY u.name, u.id`,
    [merchantIds],
  );
  return rows;
}
