import { recordAudits } from '../audit/record-audits.ts';
import type { Deps } from '../deps.ts';
import { sendInFile } from '../payments/move-in-file.ts';
import { inTransaction } from '../storage/database.ts';
import { tellLive } from '../storage/tell-live.ts';
import { fieldError } from '../trpc.ts';
import type { BatchFile } from './batch-file.ts';
import { lockFile } from './batch-file-store.ts';
import { selectRows } from './batch-row-store.ts';
import { markHandedOver } from './batch-state-store.ts';
import { scopeOf } from './file-scope.ts';
import { findBatch } from './find-batch.ts';
import type { Asking } from './wish-rules.ts';

/**
 * Lets a file leave the house: from now on its bytes can be fetched, and nobody can say any more that
 * nothing was sent. One way; a file that left already is answered as it is.
 * @throws TRPCError NOT_FOUND, BAD_REQUEST `given-up` for a file that must not leave any more.
 */
export async function handOverBatch(
  deps: Deps,
  { person, memberships }: Asking,
  fileId: string,
): Promise<BatchFile> {
  const { clock, database } = deps;
  const found = await findBatch(database.read, memberships, fileId);
  return inTransaction(database.money, async (sql) => {
    const file = await lockFile(sql, found.file);
    if (file.handedOverAt !== null) return file;
    if (file.state !== 'created') throw fieldError('file', 'given-up');
    const now = clock.now();
    const { merchantId, name, sha256 } = file;
    const rows = await selectRows(sql, file);
    const audits = await sendInFile(sql, await scopeOf(deps, sql, file), rows, now);
    await markHandedOver(sql, file, { at: now, by: person.id });
    const handedOver = await lockFile(sql, file);
    await tellLive(sql, { type: 'clock' });
    const line = {
      merchantId,
      at: now,
      actorId: person.id,
      action: 'batch-handed-over',
      subject: `batch:${file.id}`,
      details: { name, sha256 },
    };
    await recordAudits(sql, merchantId, [...audits, line]);
    return handedOver;
  });
}
