import { TRPCError } from '@trpc/server';
import type { Membership } from '../sessions/person.ts';
import type { Sql } from '../storage/database.ts';
import type { BatchFile } from './batch-file.ts';
import { selectFile } from './batch-file-store.ts';

/** The file and the membership that shows it. */
export type OwnBatch = { readonly file: BatchFile; readonly membership: Membership };

/** @throws TRPCError NOT_FOUND, for another merchant's file just as for none. */
export async function findBatch(
  sql: Sql,
  memberships: readonly Membership[],
  fileId: string,
): Promise<OwnBatch> {
  const merchantIds = memberships.map(({ merchantId }) => merchantId);
  const file = await selectFile(sql, merchantIds, { id: fileId });
  const membership = memberships.find(({ merchantId }) => merchantId === file?.merchantId);
  if (file === null || membership === undefined) throw new TRPCError({ code: 'NOT_FOUND' });
  return { file, membership };
}
