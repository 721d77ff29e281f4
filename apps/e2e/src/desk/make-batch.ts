import { type Api, newKey } from './api.ts';

/** Makes a file that captures all that is left of these payments; answers it. */
// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the contract promises.
export async function makeBatch(api: Api, paymentIds: readonly string[]): Promise<any> {
  const scope = { kind: 'selected', lines: paymentIds.map((paymentId) => ({ paymentId })) };
  const wish = { connection: 'demo', kind: 'capture', scope };
  const plan = await succeed(api, 'batches.plan', wish);
  return succeed(api, 'batches.create', { ...wish, key: newKey(), digest: plan.digest });
}

/** Hands a file over without fetching it. */
export async function handOverBatch(api: Api, fileId: string): Promise<void> {
  await succeed(api, 'batches.handOver', { fileId });
}

// biome-ignore lint/suspicious/noExplicitAny: as above.
async function succeed(api: Api, procedure: string, input: unknown): Promise<any> {
  const { body, status } = await api.mutate(procedure, input);
  if (status !== 200) throw new Error(`${procedure}: ${status} ${JSON.stringify(body)}`);
  return body.result.data;
}
