import { randomUUID } from 'node:crypto';
import type { Desk } from '../payments/testing.ts';
import type { Person } from '../sessions/person.ts';
import type { BatchFile } from './batch-file.ts';
import type { PlanBatchInput } from './batch-input.ts';
import { createBatch } from './create-batch.ts';
import { fetchBatch } from './fetch-batch.ts';
import { handOverBatch } from './hand-over-batch.ts';
import { planBatch } from './plan-batch.ts';
import { receiveAnswer } from './receive-answer.ts';

/** A person who asks, as the procedures know one. */
export const asking = (person: Person) => ({ person, memberships: person.memberships });

/** Plans what these payments make and makes the file. */
export async function makeFile(
  { deps }: Pick<Desk, 'deps'>,
  person: Person,
  paymentIds: readonly string[],
  wish: Partial<PlanBatchInput> = {},
): Promise<BatchFile> {
  const lines = paymentIds.map((paymentId) => ({ paymentId }));
  const input: PlanBatchInput = {
    connection: 'demo',
    kind: 'capture',
    scope: { kind: 'selected', lines },
    ...wish,
  };
  const { digest } = await planBatch(deps, asking(person), input);
  return createBatch(deps, asking(person), { ...input, key: randomUUID(), digest });
}

/** Lets a file leave the house, and gives its bytes. */
export async function leave({ deps }: Pick<Desk, 'deps'>, person: Person, { id }: BatchFile) {
  await handOverBatch(deps, asking(person), id);
  return (await fetchBatch(deps, asking(person), id)).content;
}

/** The batch manager of the simulator carries a file out; answers what comes back. */
export async function carryOut(desk: Desk, { name }: BatchFile, content: Buffer): Promise<Buffer> {
  const response = await fetch(`${desk.simulator.url}/batches?name=${name}`, {
    method: 'POST',
    body: new Uint8Array(content),
  });
  if (!response.ok) throw new Error(await response.text());
  return Buffer.from(await response.arrayBuffer());
}

/** Brings an answer for a file. */
export async function bring(
  { deps }: Pick<Desk, 'deps'>,
  person: Person,
  file: BatchFile,
  bytes: Buffer,
) {
  const name = file.name.replace(/^T/, 'P');
  return receiveAnswer(deps, asking(person), { name, fileId: null, bytes });
}
