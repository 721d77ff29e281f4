import type { Api } from './api.ts';

/** Asks for a file and waits until it is there; answers the export. */
// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the contract promises.
export async function makeExport(api: Api, definition: object): Promise<any> {
  const { body, status } = await api.mutate('exports.create', definition);
  if (status !== 200) throw new Error(`exports.create: ${status} ${JSON.stringify(body)}`);
  const { id } = body.result.data;
  for (let attempt = 0; attempt < 400; attempt++) {
    const listed = await api.query('exports.list');
    const rows: readonly { readonly id: string; readonly state: string }[] =
      listed.body?.result?.data?.rows ?? [];
    const found = rows.find((row) => row.id === id);
    if (found?.state === 'ready') return found;
    if (found?.state === 'failed') throw new Error(`export failed: ${JSON.stringify(found)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`export ${id} was not made`);
}
