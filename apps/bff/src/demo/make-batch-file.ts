import { applyAnswer } from '../batches/apply-answer.ts';
import type { BatchFile } from '../batches/batch-file.ts';
import type { PlanBatchInput } from '../batches/batch-input.ts';
import { createBatch } from '../batches/create-batch.ts';
import { fetchBatch } from '../batches/fetch-batch.ts';
import { handOverBatch } from '../batches/hand-over-batch.ts';
import { planBatch } from '../batches/plan-batch.ts';
import { receiveAnswer } from '../batches/receive-answer.ts';
import type { Asking } from '../batches/wish-rules.ts';
import { type FileStory, filedTransId } from './demo-batch-plan.ts';
import { demoKey } from './demo-key.ts';
import { type FoundPayment, findDemoPayment, hasBatchFile } from './demo-store.ts';
import type { Stage } from './play-step.ts';

/**
 * Shipping captures what left the house with one file and hands it over; then its answer comes, good
 * or bad, or none yet. Done before, it is left alone.
 */
export async function makeBatchFile(stage: Stage, story: FileStory): Promise<void> {
  const { deps, staff } = stage;
  const key = demoKey('demo', `batch-${story.ending}`, 0);
  if (await hasBatchFile(deps.database.read, key)) return;
  const payments = await paidOf(stage, story);
  if (payments.length < story.orders.length) return;

  const asking = { person: staff.shipping, memberships: staff.shipping.memberships };
  const lines = payments.map(({ id }) => ({ paymentId: id }));
  const wish: PlanBatchInput = {
    connection: 'demo',
    kind: 'capture',
    scope: { kind: 'selected', lines },
  };
  const { digest } = await planBatch(deps, asking, wish);
  const file = await createBatch(deps, asking, { ...wish, key, digest });
  await handOverBatch(deps, asking, file.id);
  const { content } = await fetchBatch(deps, asking, file.id);
  if (story.ending === 'answered') await carryOut(stage, asking, { file, content, payments });
  if (story.ending === 'refused') await bring(stage, asking, file, cutShort(content));
}

/** What the customers paid for, as it arrived here. */
async function paidOf({ deps }: Stage, { orders }: FileStory): Promise<readonly FoundPayment[]> {
  const found: FoundPayment[] = [];
  for (const { refNr } of orders) {
    const name = { slug: 'demo', transId: filedTransId(refNr) };
    const payment = await findDemoPayment(deps.database.read, name);
    if (payment !== null) found.push(payment);
  }
  return found;
}

type LeftHouse = {
  readonly file: BatchFile;
  readonly content: Buffer;
  readonly payments: readonly FoundPayment[];
};

/** The gateway does what the file orders, but for its last payment. */
async function carryOut(stage: Stage, asking: Asking, { file, content, payments }: LeftHouse) {
  const payId = payments.at(-1)?.payId ?? '';
  await stage.simulator.misbehave({ fault: 'declined', payId, count: 1 });
  const answer = await stage.simulator.carryOut(file.name, content);
  const { answerId } = await bring(stage, asking, file, answer);
  await applyAnswer(stage.deps, asking, answerId);
}

/** What a broken transfer leaves of an answer: everything but FOOT. */
function cutShort(content: Buffer): Buffer {
  const lines = content.toString('latin1').trimEnd().split('\r\n').slice(0, -1);
  const answered = lines.map((line, at) => (at === 0 ? line : `${line},OK,00000000`));
  return Buffer.from(answered.map((line) => `${line}\r\n`).join(''), 'latin1');
}

function bring({ deps }: Stage, asking: Asking, file: BatchFile, bytes: Buffer) {
  const name = file.name.replace(/^T/, 'P');
  return receiveAnswer(deps, asking, { name, fileId: file.id, bytes });
}
