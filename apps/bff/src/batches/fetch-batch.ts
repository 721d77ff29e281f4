import { createHash } from 'node:crypto';
import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../storage/database.ts';
import type { BatchFile } from './batch-file.ts';
import { selectContent } from './batch-row-store.ts';
import { findBatch } from './find-batch.ts';
import type { Asking } from './wish-rules.ts';

/**
 * The bytes of a file that was handed over, the same every time; each fetch is written down before
 * the first byte.
 * @throws TRPCError NOT_FOUND, CONFLICT `not-handed-over` for a file that has not left the house.
 */
export async function fetchBatch(
  { clock, database }: Deps,
  { person, memberships }: Asking,
  fileId: string,
): Promise<{ readonly file: BatchFile; readonly content: Buffer }> {
  const sql = database.read;
  if (!z.uuid().safeParse(fileId).success) throw new TRPCError({ code: 'NOT_FOUND' });
  const { file } = await findBatch(sql, memberships, fileId);
  if (file.handedOverAt === null) {
    throw new TRPCError({ code: 'CONFLICT', message: 'not-handed-over' });
  }
  const content = await selectContent(sql, file);
  const sha256 = createHash('sha256').update(content).digest('hex');
  if (sha256 !== file.sha256) throw new Error(`batch file ${file.id} is not what it was`);
  await inTransaction(sql, (tx) =>
    recordAudit(tx, {
      merchantId: file.merchantId,
      at: clock.now(),
      actorId: person.id,
      action: 'batch-fetched',
      subject: `batch:${file.id}`,
      details: { name: file.name, sha256 },
    }),
  );
  return { file, content };
}
