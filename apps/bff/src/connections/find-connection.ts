import type { Deps } from '../deps.ts';
import type { Sql } from '../storage/database.ts';
import { type ConnectionKey, selectConnection, selectConnections } from './connection-store.ts';
import type { GatewayConnection } from './gateway-connection.ts';
import { openConnection } from './open-connection.ts';

/** The connection with this slug or id, its keys opened; null when there is none. */
export async function findConnection(
  { secrets }: Pick<Deps, 'secrets'>,
  sql: Sql,
  key: ConnectionKey,
): Promise<GatewayConnection | null> {
  const row = await selectConnection(sql, key);
  return row === null ? null : openConnection(secrets, row);
}

/** The connection that a stored row refers to, its keys opened. */
export async function readConnection(
  deps: Pick<Deps, 'secrets'>,
  sql: Sql,
  id: string,
): Promise<GatewayConnection> {
  const connection = await findConnection(deps, sql, { id });
  if (connection === null) throw new Error(`connection ${id} does not exist`);
  return connection;
}

/** Every connection of these merchants, ordered by label, keys opened. */
export async function listConnections(
  { secrets }: Pick<Deps, 'secrets'>,
  sql: Sql,
  merchantIds: readonly number[],
): Promise<GatewayConnection[]> {
  const rows = await selectConnections(sql, merchantIds);
  return rows.map((row) => openConnection(secrets, row));
}
