import { createHash, randomUUIDv7 } from 'node:crypto';
import { BatchError, nameOrders, readFileName, writeFileName } from 'paygate-core/batch';
import { recordAudit } from '../audit/record-audit.ts';
import type { Deps } from '../deps.ts';
import { inTransaction, type Sql } from '../storage/database.ts';
import { fieldError } from '../trpc.ts';
import { insertAnswer } from './batch-answer-store.ts';
import type { BatchFile } from './batch-file.ts';
import { selectFile } from './batch-file-store.ts';
import { selectContent } from './batch-row-store.ts';
import type { ProblemView } from './batch-view.ts';
import { findBatch } from './find-batch.ts';
import { ordersOf, readBatchAnswer } from './read-batch-answer.ts';
import type { Asking } from './wish-rules.ts';

/** What became of an answer that was brought: `problem` is null where it can be applied. */
export type ReceivedAnswer = {
  readonly answerId: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly problem: ProblemView | null;
};

export type BroughtAnswer = {
  readonly name: string;
  /** The file it belongs to; null: the one that its name says. */
  readonly fileId: string | null;
  readonly bytes: Buffer;
};

/**
 * Reads a whole answer and keeps it. Moves nothing: an answer is applied by a second step, once
 * somebody has seen what it would change. The same bytes again are the same answer.
 * @throws TRPCError NOT_FOUND for a foreign file, BAD_REQUEST `no-such-file` when the name says none,
 * `not-handed-over` for a file that nobody can have answered.
 */
export async function receiveAnswer(
  deps: Deps,
  { person, memberships }: Asking,
  { name, fileId, bytes }: BroughtAnswer,
): Promise<ReceivedAnswer> {
  const { clock, database } = deps;
  const sql = database.read;
  const merchantIds = memberships.map(({ merchantId }) => merchantId);
  const file =
    fileId === null
      ? await findByName(sql, merchantIds, name)
      : (await findBatch(sql, memberships, fileId)).file;
  if (file.handedOverAt === null) throw fieldError('file', 'not-handed-over');
  const problem = problemOf(file, await selectContent(sql, file), bytes);
  const now = clock.now();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const answerId = await inTransaction(sql, async (tx) => {
    const id = randomUUIDv7();
    const kept = await insertAnswer(tx, {
      id,
      merchantId: file.merchantId,
      fileId: file.id,
      name,
      sha256,
      content: problem === null ? bytes : null,
      problem,
      uploadedAt: now,
      uploadedBy: person.id,
    });
    if (kept !== id) return kept;
    await recordAudit(tx, {
      merchantId: file.merchantId,
      at: now,
      actorId: person.id,
      action: problem === null ? 'batch-answer-received' : 'batch-answer-refused',
      subject: `batch:${file.id}`,
      details: { answerId: id, name, sha256, ...(problem === null ? {} : withoutText(problem)) },
    });
    return kept;
  });
  return { answerId, fileId: file.id, fileName: file.name, problem };
}

/** The processed file is named like ours, with another phase; people may rename the order of its parts. */
async function findByName(
  sql: Sql,
  merchantIds: readonly number[],
  name: string,
): Promise<BatchFile> {
  for (const order of nameOrders) {
    const read = readFileName(name, order);
    if (read === null) continue;
    const ours = writeFileName({ ...read, phase: 'T' }, order);
    const file = await selectFile(sql, merchantIds, { name: ours });
    if (file !== null) return file;
  }
  throw fieldError('name', 'no-such-file');
}

function problemOf(file: BatchFile, ours: Buffer, bytes: Buffer): ProblemView | null {
  try {
    readBatchAnswer(ordersOf(file, ours), bytes);
    return null;
  } catch (error) {
    if (!(error instanceof BatchError)) throw error;
    const { line, field, problem } = error;
    return { line, field, problem, text: lineOf(bytes, line) };
  }
}

const SHOWN_CHARACTERS = 400;

/** The line as it came, for people to look at: at most 400 characters, what is not ASCII as `?`. */
function lineOf(bytes: Buffer, line: number): string {
  let start = 0;
  for (let at = 1; at < line; at += 1) {
    const end = bytes.indexOf(0x0a, start);
    if (end === -1) return '';
    start = end + 1;
  }
  const end = bytes.indexOf(0x0a, start);
  const shown = bytes.subarray(
    start,
    Math.min(end === -1 ? bytes.length : end, start + SHOWN_CHARACTERS),
  );
  return shown
    .toString('latin1')
    .replaceAll('\r', '')
    .replace(/[^\x20-\x7e]/g, '?');
}

function withoutText({ line, field, problem }: ProblemView): object {
  return { line, field, problem };
}
