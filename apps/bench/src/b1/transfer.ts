import type { DeskClient } from '../house/desk-client.ts';
import type { DeskProcess } from '../house/desk-process.ts';

/** The bytes of a file that was handed over. */
export async function fetchFile({ url, cookie }: DeskClient, fileId: string): Promise<Buffer> {
  return bytesOf(await fetch(`${url}/batch-files/${fileId}`, { headers: { cookie } }));
}

/** What the batch manager of the simulator sends back for a file. */
export async function carryOut(desk: DeskProcess, name: string, file: Buffer): Promise<Buffer> {
  const address = `${desk.simulatorUrl}/batches?name=${name}`;
  return bytesOf(await fetch(address, { method: 'POST', body: new Uint8Array(file) }));
}

/** Brings an answer that must be believed; answers its id. */
export async function bringAnswer(
  { url, cookie }: DeskClient,
  { id, name }: { readonly id: string; readonly name: string },
  answer: Buffer,
): Promise<string> {
  const query = new URLSearchParams({ name: name.replace(/^T/, 'P'), file: id });
  const brought = await fetch(`${url}/batch-files/answers?${query}`, {
    method: 'POST',
    headers: { cookie, 'x-paygate-desk': '1' },
    body: new Uint8Array(answer),
  });
  const { answerId, problem } = JSON.parse(String(await bytesOf(brought)));
  if (problem !== null) throw new Error(`the answer was refused: ${JSON.stringify(problem)}`);
  return answerId;
}

async function bytesOf(response: Response): Promise<Buffer> {
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return Buffer.from(await response.arrayBuffer());
}
