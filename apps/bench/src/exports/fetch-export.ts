import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { DeskClient } from '../house/desk-client.ts';

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

/** Asks for a file as the dashboard does, waits for it, and downloads it to its last byte. */
export async function fetchExport(desk: DeskClient, definition: object): Promise<Fetched> {
  const started = performance.now();
  const { id } = await desk.mutate<Listed>('exports.create', definition);
  const made = await whenReady(desk, id);
  const madeMs = performance.now() - started;

  const { url, cookie } = desk;
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
  await desk.mutate('exports.remove', { exportId: id });
  return { ms, madeMs, rows: made.rowsTotal ?? 0, bytes };
}

async function whenReady(desk: DeskClient, id: string): Promise<Listed> {
  for (;;) {
    const { rows } = await desk.query<{ readonly rows: readonly Listed[] }>('exports.list', {});
    const found = rows.find((row) => row.id === id);
    if (found?.state === 'ready') return found;
    if (found?.state === 'failed') throw new Error(`export failed: ${JSON.stringify(found)}`);
    await pause(LOOK_EVERY_MS);
  }
}
