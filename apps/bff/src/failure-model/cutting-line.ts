import { once } from 'node:events';
import net from 'node:net';

/** Which COMMIT dies: before it reaches the database, or after the database did it. */
export type Cut = 'before' | 'after';

const COMMIT = Buffer.from('COMMIT\0');

/**
 * A line to PostgreSQL that is cut at a COMMIT when `next` says so: the database did, or did not,
 * commit, and nobody is told.
 */
export async function startCuttingLine(url: string, next: () => Cut | null) {
  const target = new URL(url);
  const folder = target.searchParams.get('host') ?? decodeURIComponent(target.hostname);
  const port = Number(target.searchParams.get('port') ?? (target.port || '5432'));
  const server = net.createServer((near) => {
    const far = folder.startsWith('/')
      ? net.connect(`${folder}/.s.PGSQL.${port}`)
      : net.connect(port, folder);
    let isCut = false;
    near.on('data', (chunk: Buffer) => {
      const cut = chunk.includes(COMMIT) ? next() : null;
      if (cut === 'before') {
        near.destroy();
        far.destroy();
        return;
      }
      if (cut === 'after') isCut = true;
      far.write(chunk);
    });
    far.on('data', (chunk: Buffer) => {
      if (!isCut) near.write(chunk);
      else near.destroy();
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const through = new URL(url);
  through.hostname = '127.0.0.1';
  through.port = String((server.address() as net.AddressInfo).port);
  through.searchParams.delete('host');
  through.searchParams.delete('port');
  return { url: through.href, close: () => server.close() };
}
