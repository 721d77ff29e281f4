import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Listens on every host with the same port, port 0 meaning any free one. The first host must work;
 * a further one that this machine lacks (no IPv6) is left out.
 * @throws Error naming SIMULATOR_PORT if the port is taken.
 */
export async function listenEverywhere(
  handler: RequestListener,
  hosts: readonly string[],
  port: number,
): Promise<{ port: number; close(): Promise<void> }> {
  const servers: Server[] = [];
  const close = async () => {
    await Promise.all(servers.map(closeServer));
  };
  let chosen = port;
  try {
    for (const host of hosts) {
      const server = await listenOn(handler, host, chosen);
      if (server === null && servers.length === 0) throw new Error(`cannot listen on ${host}`);
      if (server === null) continue;
      servers.push(server);
      chosen = (server.address() as AddressInfo).port;
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { port: chosen, close };
}

async function listenOn(
  handler: RequestListener,
  host: string,
  port: number,
): Promise<Server | null> {
  const server = createServer(handler);
  // Longer than clients keep idle connections, so that no money request meets a closing one.
  server.keepAliveTimeout = 65_000;
  server.listen(port, host);
  try {
    await once(server, 'listening');
    return server;
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? error.code : null;
    if (reason === 'EADDRNOTAVAIL' || reason === 'EAFNOSUPPORT') return null;
    if (reason === 'EADDRINUSE') {
      const advice = 'set SIMULATOR_PORT to a free one';
      throw new Error(`port ${port} is taken on ${host}: ${advice}`, { cause: error });
    }
    throw error;
  }
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
