import { TRPCError } from '@trpc/server';
import type { AnsweredRecord } from 'paygate-core/batch';
import type { OperationState } from 'paygate-payments';
import type { Deps } from '../deps.ts';
import type { Membership } from '../sessions/person.ts';
import { fieldError } from '../trpc.ts';
import { selectAnswer } from './batch-answer-store.ts';
import { selectContent, selectRows } from './batch-row-store.ts';
import { type AnswerResult, answerResults, type ComparisonView } from './batch-view.ts';
import { findBatch } from './find-batch.ts';
import { ordersOf, readBatchAnswer } from './read-batch-answer.ts';

const SHOWN_ROWS = 200;

/**
 * What applying an answer would change, line by line. Changes nothing.
 * @throws TRPCError NOT_FOUND for another merchant's answer, BAD_REQUEST `refused` for one that cannot
 * be believed.
 */
export async function compareAnswer(
  { database }: Pick<Deps, 'database'>,
  memberships: readonly Membership[],
  answerId: string,
): Promise<ComparisonView> {
  const sql = database.read;
  const merchantIds = memberships.map(({ merchantId }) => merchantId);
  const answer = await selectAnswer(sql, merchantIds, answerId);
  if (answer === null) throw new TRPCError({ code: 'NOT_FOUND' });
  if (answer.content === null) throw fieldError('answer', 'refused');
  const { file } = await findBatch(sql, memberships, answer.fileId);
  const orders = ordersOf(file, await selectContent(sql, file));
  const told = readBatchAnswer(orders, answer.content);
  const states = new Map((await selectRows(sql, file)).map(({ line, state }) => [line, state]));

  const none = () =>
    Object.fromEntries(answerResults.map((result) => [result, 0])) as Record<AnswerResult, number>;
  const counts = none();
  const sums = none();
  const rows = orders.records.map(({ transId, refNr, amount }, order) => {
    const line = order + 2;
    const record = told.get(line) ?? null;
    const state = states.get(line) ?? 'sending';
    const result = resultOf(record, state);
    counts[result] += 1;
    sums[result] += amount;
    const { status = null, code = null } = record ?? {};
    return { line, transId, refNr, amount, result, status, code, state };
  });
  const weight = ({ result }: { readonly result: AnswerResult }) => answerResults.indexOf(result);
  return {
    answerId,
    fileId: file.id,
    fileName: file.name,
    name: answer.name,
    isApplied: file.answerId === answerId,
    counts,
    sums,
    rows: rows.sort((one, other) => weight(one) - weight(other)).slice(0, SHOWN_ROWS),
  };
}

/** What a line of the answer means for an operation that stands where it stands. */
function resultOf(record: AnsweredRecord | null, state: OperationState): AnswerResult {
  const verdict = record?.verdict ?? 'missing';
  if (state === 'sending' || state === 'unknown') {
    if (state === 'unknown' && (verdict === 'unknown' || verdict === 'missing')) return 'known';
    if (verdict === 'success') return 'executed';
    if (verdict === 'decline') return 'declined';
    return verdict === 'missing' ? 'missing' : 'unclear';
  }
  const agrees =
    verdict === 'missing' ||
    verdict === 'unknown' ||
    (verdict === 'success' && state === 'succeeded') ||
    (verdict === 'decline' && (state === 'failed' || state === 'not_executed'));
  return agrees ? 'known' : 'conflict';
}
