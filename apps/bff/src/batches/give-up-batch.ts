import { TRPCError } from '@trpc/server';
import { recordAudits } from '../audit/record-audits.ts';
import type { Deps } from '../deps.ts';
import { cancelInFile } from '../payments/move-in-file.ts';
import { settleInFile } from '../payments/settle-in-file.ts';
import { inTransaction } from '../storage/database.ts';
import { tellLive } from '../storage/tell-live.ts';
import { fieldError } from '../trpc.ts';
import type { BatchFile } from './batch-file.ts';
import { lockFile } from './batch-file-store.ts';
import { selectRows } from './batch-row-store.ts';
import { markGivenUp } from './batch-state-store.ts';
import { scopeOf } from './file-scope.ts';
import { findBatch } from './find-batch.ts';
import type { Asking } from './wish-rules.ts';

/**
 * Stops waiting for a file. Of one that never left, every operation is cancelled: nothing was sent. Of
 * one that did, every operation is unknown from now on, and the gateway is asked about each.
 * `memberships` are those with the right `approve`.
 * @throws TRPCError NOT_FOUND, FORBIDDEN without the right `batch`, BAD_REQUEST `ended` for a file
 * that waits for nothing.
 */
export async function giveUpBatch(
  deps: Deps,
  { person, memberships }: Asking,
  { fileId, reason }: { readonly fileId: string; readonly reason: string },
): Promise<BatchFile> {
  const { clock, database } = deps;
  const { file: found, membership } = await findBatch(database.read, memberships, fileId);
  if (!membership.rights.includes('batch')) {
    throw new TRPCError({ code: 'FORBIDDEN', message: 'batch' });
  }
  return inTransaction(database.money, async (sql) => {
    const file = await lockFile(sql, found);
    if (file.state !== 'created' && file.state !== 'handed-over') throw fieldError('file', 'ended');
    const now = clock.now();
    const rows = await selectRows(sql, file);
    const scope = await scopeOf(deps, sql, file);
    const nobodyKnows = {
      verdict: 'unknown',
      status: null,
      code: null,
      why: 'file-given-up',
    } as const;
    const audits =
      file.state === 'created'
        ? await cancelInFile(sql, scope, rows, now)
        : await settleInFile(
            sql,
            scope,
            rows.map((row) => ({ ...row, ...nobodyKnows })),
            now,
          );
    await markGivenUp(sql, file, { at: now, by: person.id, reason });
    const givenUp = await lockFile(sql, file);
    await tellLive(sql, { type: 'clock' });
    const { merchantId, name, handedOverAt } = file;
    const line = {
      merchantId,
      at: now,
      actorId: person.id,
      action: 'batch-given-up',
      subject: `batch:${file.id}`,
      details: { name, reason, wasHandedOver: handedOverAt !== null },
    };
    await recordAudits(sql, merchantId, [...audits, line]);
    return givenUp;
  });
}
