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

/** How long a client may take, ms. */
export type Patience = {
  readonly headersTimeout: number;
  readonly requestTimeout: number;
  readonly keepAliveTimeout: number;
  readonly connectionsCheckingInterval: number;
  /** A socket on which nothing moves, in neither direction: a reader that does not read. */
  readonly silence: number;
};

/** Slow clients are looked for every second: Node's own half a minute would make of 10 s up to 40. */
export const PATIENCE: Patience = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5000,
  connectionsCheckingInterval: 1000,
  // A capture may wait for two answers of the gateway, 30 s each; live streams beat every 15 s.
  silence: 120_000,
};

/** Listens on `port`: on this machine's loopback addresses alone, or on every address. */
export async function listen(
  port: number,
  loopbackOnly: boolean,
  patience: Patience = PATIENCE,
): Promise<Door> {
  let handler: RequestListener = (_request, response) => {
    response.writeHead(503, { 'Retry-After': '1' }).end('starting');
  };
  const streams = new Set<ServerResponse>();
  const servers: Server[] = [];
  let isClosing = false;
  const answer: RequestListener = (request, response) => {
    // A connection kept alive for a next request that will not be heard would hold the door open.
    response.once('close', () => {
      if (isClosing) setImmediate(() => servers.map((server) => server.closeIdleConnections()));
    });
    if (request.url?.startsWith('/events') === true) {
      streams.add(response);
      response.once('close', () => streams.delete(response));
    }
    handler(request, response);
  };
  try {
    for (const host of loopbackOnly ? ['127.0.0.1', '::1'] : [undefined]) {
      const server = await listenOn(answer, { port, host, patience });
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
      isClosing = true;
      for (const stream of streams) stream.destroy();
      await Promise.all(servers.map((server) => closeServer(server)));
    },
  };
}

/** Throws a StartError naming `variable` when `port` is taken on this machine. */
export async function proveFree(port: number, variable: string): Promise<void> {
  for (const host of ['127.0.0.1', '::1']) {
    const server = await listenOn(() => undefined, { port, host, variable });
    if (server !== null) await closeServer(server);
  }
}

type Place = {
  readonly port: number;
  readonly host: string | undefined;
  readonly variable?: string;
  readonly patience?: Patience;
};

function listenOn(
  handler: RequestListener,
  { port, host, variable = 'PORT', patience = PATIENCE }: Place,
): Promise<Server | null> {
  const { silence, ...limits } = patience;
  const server = createServer({ ...limits, maxHeaderSize: LARGEST_HEAD }, handler);
  server.setTimeout(silence);
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
