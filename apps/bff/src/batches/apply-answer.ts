import { TRPCError } from '@trpc/server';
import { recordAudits } from '../audit/record-audits.ts';
import type { Deps } from '../deps.ts';
import { type FiledOutcome, settleInFile } from '../payments/settle-in-file.ts';
import { inTransaction } from '../storage/database.ts';
import { tellLive } from '../storage/tell-live.ts';
import { fieldError } from '../trpc.ts';
import { selectAnswer } from './batch-answer-store.ts';
import type { BatchFile } from './batch-file.ts';
import { lockFile } from './batch-file-store.ts';
import { selectContent, selectRows } from './batch-row-store.ts';
import { markAnswered } from './batch-state-store.ts';
import { scopeOf } from './file-scope.ts';
import { findBatch } from './find-batch.ts';
import { ordersOf, readBatchAnswer } from './read-batch-answer.ts';
import type { Asking } from './wish-rules.ts';

/**
 * Books what an answer says of every line of its file, all of it or nothing. Lines that it does not
 * answer clearly are unknown from now on, and the gateway is asked. The same answer again changes nothing.
 * @throws TRPCError NOT_FOUND for another merchant's answer, BAD_REQUEST `refused` for one that cannot
 * be believed.
 */
export async function applyAnswer(
  deps: Deps,
  { person, memberships }: Asking,
  answerId: string,
): Promise<BatchFile> {
  const { clock, database } = deps;
  const merchantIds = memberships.map(({ merchantId }) => merchantId);
  const answer = await selectAnswer(database.read, merchantIds, answerId);
  if (answer === null) throw new TRPCError({ code: 'NOT_FOUND' });
  const { content } = answer;
  if (content === null) throw fieldError('answer', 'refused');
  const { file: found } = await findBatch(database.read, memberships, answer.fileId);
  return inTransaction(database.money, async (sql) => {
    const file = await lockFile(sql, found);
    if (file.answerId === answerId) return file;
    const now = clock.now();
    const told = readBatchAnswer(ordersOf(file, await selectContent(sql, file)), content);
    const outcomes = (await selectRows(sql, file)).map((row): FiledOutcome => {
      const record = told.get(row.line) ?? null;
      if (record === null) {
        return { ...row, verdict: 'unknown', status: null, code: null, why: 'not-in-answer' };
      }
      const { verdict, status, code } = record;
      return {
        ...row,
        verdict,
        status,
        code,
        why: verdict === 'unknown' ? 'unclear-answer' : null,
      };
    });
    const audits = await settleInFile(sql, await scopeOf(deps, sql, file), outcomes, now);
    await markAnswered(sql, file, { at: now, answerId });
    const answered = await lockFile(sql, file);
    await tellLive(sql, { type: 'clock' });
    const { merchantId, name } = file;
    const line = {
      merchantId,
      at: now,
      actorId: person.id,
      action: 'batch-answer-applied',
      subject: `batch:${file.id}`,
      details: { name, answerId, answer: answer.name, sha256: answer.sha256 },
    };
    await recordAudits(sql, merchantId, [...audits, line]);
    return answered;
  });
}
