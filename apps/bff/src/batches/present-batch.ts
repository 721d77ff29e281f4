import type { Deps } from '../deps.ts';
import type { Membership } from '../sessions/person.ts';
import { selectAnswerHeads } from './batch-answer-store.ts';
import type { BatchFile } from './batch-file.ts';
import { countStates, nothingCounted } from './batch-state-store.ts';
import type { BatchCounts, BatchDetailView, BatchView } from './batch-view.ts';
import { findBatch } from './find-batch.ts';

/** A file and where its operations stand. */
export function toBatchView(file: BatchFile, counts: BatchCounts | undefined): BatchView {
  return {
    id: file.id,
    merchantId: file.merchantId,
    connection: file.connectionLabel,
    kind: file.kind,
    name: file.name,
    state: file.state,
    records: file.records,
    sum: file.sum,
    sha256: file.sha256,
    version: file.layout.version,
    headMerchantId: file.headMerchantId,
    createdAt: file.createdAt,
    by: file.by,
    handedOverAt: file.handedOverAt,
    answerBy: file.answerBy,
    answeredAt: file.answeredAt,
    givenUpAt: file.givenUpAt,
    givenUpReason: file.givenUpReason,
    counts: counts ?? nothingCounted,
  };
}

/** Everything about one file but its lines. */
export async function getBatch(
  { database }: Pick<Deps, 'database'>,
  memberships: readonly Membership[],
  fileId: string,
): Promise<BatchDetailView> {
  const sql = database.read;
  const { file, membership } = await findBatch(sql, memberships, fileId);
  const counts = await countStates(sql, [file.merchantId], [file.id]);
  const answers = await selectAnswerHeads(sql, file);
  const isOpen = file.state === 'created' || file.state === 'handed-over';
  return {
    ...toBatchView(file, counts.get(file.id)),
    bytes: file.bytes,
    nameOrder: file.nameOrder,
    answers: answers.map((answer) => ({ ...answer, isApplied: answer.id === file.answerId })),
    mayGiveUp: isOpen && membership.rights.includes('approve'),
  };
}
