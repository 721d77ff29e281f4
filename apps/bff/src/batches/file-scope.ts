import { listConnections } from '../connections/find-connection.ts';
import type { Deps } from '../deps.ts';
import type { FileScope } from '../payments/move-in-file.ts';
import type { Sql } from '../storage/database.ts';
import type { BatchFile } from './batch-file.ts';

/** What a transaction on the operations of a file needs to know of its merchant. */
export async function scopeOf(
  deps: Pick<Deps, 'secrets'>,
  sql: Sql,
  { merchantId, createdBy }: BatchFile,
): Promise<FileScope> {
  const connections = await listConnections(deps, sql, [merchantId]);
  return {
    merchantId,
    createdBy,
    windowsOf: ({ id, connectionId }) => {
      const connection = connections.find((known) => known.id === connectionId);
      if (connection === undefined) throw new Error(`payment ${id} has no connection`);
      return connection;
    },
  };
}
