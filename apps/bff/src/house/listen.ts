import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { StartError } from '../start-error.ts';
import { errorCode } from '../storage/data-directory.ts';

/** The server's ports: taken early, so that a second start fails before it did anything. */
export type Door = {
  /** From now on this handler answers; before, everything was 503. */
  open(handler: RequestListener): void;
  /** Lets requests end, cuts live streams, and frees the ports. */
  close(): Promise<void>;
};

/** A request may be waiting for the gateway; what it started is in the database in any case. */
const DRAIN_MS = 35_000;

/** Open sockets, far above what a shop needs: beyond, a new one is closed and nobody served is lost. */
const MOST_CONNECTIONS = 8000;

/** Bytes. A callback by GET has its message in the address: above 16 KB we say so, not Node. */
const LARGEST_HEAD = 64 * 1024;

/** Listens on `port`: on this machine's loopback addresses alone, or on every address. */
export async function listen(port: number, loopbackOnly: boolean): Promise<Door> {
  let handler: RequestListener = (_request, response) => {
    response.writeHead(503, { 'Retry-After': '1' }).end('starting');
  };
  const streams = new Set<ServerResponse>();
  const answer: RequestListener = (request, response) => {
    if (request.url?.startsWith('/events') === true) {
      streams.add(response);
      response.once('close', () => streams.delete(response));
    }
    handler(request, response);
  };
  const servers: Server[] = [];
  try {
    for (const host of loopbackOnly ? ['127.0.0.1', '::1'] : [undefined]) {
      const server = await listenOn(answer, port, host);
      if (server !== null) servers.push(server);
    }
  } catch (error) {
    await Promise.all(servers.map((server) => closeServer(server)));
    throw error;
  }
  return {
    open: (given) => {
      handler = given;
    },
    close: async () => {
      for (const stream of streams) stream.destroy();
      await Promise.all(servers.map((server) => closeServer(server)));
    },
  };
}

/** Throws a StartError naming `variable` when `port` is taken on this machine. */
export async function proveFree(port: number, variable: string): Promise<void> {
  for (const host of ['127.0.0.1', '::1']) {
    const server = await listenOn(() => undefined, port, host, variable);
    if (server !== null) await closeServer(server);
  }
}

function listenOn(
  handler: RequestListener,
  port: number,
  host: string | undefined,
  variable = 'PORT',
): Promise<Server | null> {
  const server = createServer(
    {
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      keepAliveTimeout: 5000,
      maxHeaderSize: LARGEST_HEAD,
    },
    handler,
  );
  server.maxConnections = MOST_CONNECTIONS;
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const code = errorCode(error);
      // A machine without IPv6 has one loopback address.
      if (host === '::1' && (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT')) resolve(null);
      else reject(explain(error, code, port, variable));
    });
    server.listen({ port, host }, () => resolve(server));
  });
}

function explain(error: Error, code: string, port: number, variable: string): Error {
  if (code === 'EADDRINUSE') {
    return new StartError(
      `Port ${port} is taken by another program. Set ${variable} to a free port, e.g. ${variable}=${port + 1}.`,
    );
  }
  if (code === 'EACCES') {
    return new StartError(
      `No permission to listen on port ${port}. Set ${variable} to a port above 1023.`,
    );
  }
  return error;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
