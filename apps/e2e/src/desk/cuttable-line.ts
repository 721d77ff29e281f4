import { connect, createServer, type Socket } from 'node:net';
import { freePort } from './free-port.ts';

/** A line to the server that a story can cut, as a network does: open streams end, nothing new gets through. */
export type CuttableLine = {
  /** Where a browser reaches the server while the line holds. */
  readonly url: string;
  cut(): void;
  mend(): void;
  close(): void;
};

/** Lays a line to the server at `targetUrl` on a port of its own. */
export async function layLine(targetUrl: string): Promise<CuttableLine> {
  const target = Number(new URL(targetUrl).port);
  const port = await freePort();
  const sockets = new Set<Socket>();
  let isCut = false;
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  };
  const server = createServer((near) => {
    keep(near);
    if (isCut) return near.destroy();
    const far = connect(target, 'localhost');
    keep(far);
    near.pipe(far).pipe(near);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const dropAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://localhost:${port}`,
    cut: () => {
      isCut = true;
      dropAll();
    },
    mend: () => {
      isCut = false;
    },
    close: () => {
      dropAll();
      server.close();
    },
  };
}
