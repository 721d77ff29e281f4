import type { Sql } from '../storage/database.ts';
import { selectConnections } from './connection-store.ts';

/** What everybody at a merchant may know of its connections: their names. */
export async function listConnectionNames(
  sql: Sql,
  merchantIds: readonly number[],
): Promise<{ slug: string; label: string; merchantId: number }[]> {
  const rows = await selectConnections(sql, merchantIds);
  return rows.map(({ slug, label, merchantId }) => ({ slug, label, merchantId }));
}

/** The same with what payments know them by. */
export async function listConnectionLabels(
  sql: Sql,
  merchantId: number,
): Promise<readonly { readonly id: string; readonly slug: string; readonly label: string }[]> {
  const rows = await selectConnections(sql, [merchantId]);
  return rows.map(({ id, slug, label }) => ({ id, slug, label }));
}
