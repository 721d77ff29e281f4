import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** From the wish to the last byte of the file, ms. */
export type Fetched = {
  readonly ms: number;
  /** Until the file was offered. */
  readonly madeMs: number;
  readonly rows: number;
  readonly bytes: number;
};

const LOOK_EVERY_MS = 50;

type Listed = {
  readonly id: string;
  readonly state: string;
  readonly sha256: string | null;
  readonly rowsTotal: number | null;
};

/** Signs in as the demo's manager; answers the cookie. */
export async function signIn(url: string): Promise<string> {
  const answer = await post(url, 'session.signIn', '', {
    email: 'manager@demo.example',
    password: 'desk-demo-2026',
  });
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** Asks for a file as the dashboard does, waits for it, and downloads it to its last byte. */
export async function fetchExport(
  url: string,
  cookie: string,
  definition: object,
): Promise<Fetched> {
  const started = performance.now();
  const created = await post(url, 'exports.create', cookie, definition);
  const { id } = (await data<Listed>(created)).result.data;
  const made = await whenReady(url, cookie, id);
  const madeMs = performance.now() - started;

  const file = await fetch(`${url}/downloads/exports/${id}`, { headers: { cookie } });
  if (!file.ok || file.body === null) throw new Error(`download: ${file.status}`);
  const digest = createHash('sha256');
  let bytes = 0;
  for await (const piece of file.body) {
    digest.update(piece);
    bytes += piece.length;
  }
  const ms = performance.now() - started;
  if (digest.digest('hex') !== made.sha256) throw new Error('this is not the file');
  await post(url, 'exports.remove', cookie, { exportId: id });
  return { ms, madeMs, rows: made.rowsTotal ?? 0, bytes };
}

async function whenReady(url: string, cookie: string, id: string): Promise<Listed> {
  for (;;) {
    const answer = await fetch(`${url}/trpc/exports.list`, { headers: { cookie } });
    const { rows } = (await data<{ readonly rows: readonly Listed[] }>(answer)).result.data;
    const found = rows.find((row) => row.id === id);
    if (found?.state === 'ready') return found;
    if (found?.state === 'failed') throw new Error(`export failed: ${JSON.stringify(found)}`);
    await pause(LOOK_EVERY_MS);
  }
}

async function post(
  url: string,
  procedure: string,
  cookie: string,
  body: object,
): Promise<Response> {
  const headers = { cookie, 'content-type': 'application/json', 'x-paygate-desk': '1' };
  const answer = await fetch(`${url}/trpc/${procedure}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${procedure}: ${answer.status} ${await answer.text()}`);
  return answer;
}

async function data<T>(answer: Response): Promise<{ readonly result: { readonly data: T } }> {
  return (await answer.json()) as { readonly result: { readonly data: T } };
}
