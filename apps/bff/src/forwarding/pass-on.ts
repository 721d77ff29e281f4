import dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** A message the way it came in. */
export type Passed = {
  readonly method: 'GET' | 'POST';
  readonly contentType: string | null;
  /** The body of a POST, the query of a GET. */
  readonly raw: Uint8Array;
  /** What else is said beside it. */
  readonly headers?: Readonly<Record<string, string>>;
};

/** What became of one attempt: the status that was answered, or why there was none. */
export type PassedOn = {
  readonly status: number | null;
  readonly error: 'timeout' | 'unreachable' | 'not-public' | 'not-sendable' | null;
};

/** Resolves a host name to the addresses it has. */
export type Resolve = typeof dns.lookup;

/**
 * Passes one message on, byte for byte, and answers the status within `timeoutMs` of wall time. Never
 * throws. The address that was checked is the one that is connected to, so that a name cannot point
 * elsewhere in between; a redirect is an answer like any other. Only in demo mode `localhost` and
 * 127.0.0.1 are taken.
 */
export function passOn(
  address: string,
  message: Passed,
  {
    timeoutMs,
    demo,
    resolve = dns.lookup,
  }: { readonly timeoutMs: number; readonly demo: boolean; readonly resolve?: Resolve },
): Promise<PassedOn> {
  const url = new URL(address);
  const ownMachine =
    demo && url.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname);
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (
    !ownMachine &&
    (url.protocol !== 'https:' || (isIP(literal) > 0 && !isPublicAddress(literal)))
  ) {
    return Promise.resolve({ status: null, error: 'not-public' });
  }

  return new Promise((settled) => {
    let outgoing: http.ClientRequest | null = null;
    const settle = (result: PassedOn): void => {
      clearTimeout(deadline);
      outgoing?.destroy();
      settled(result);
    };
    const deadline = setTimeout(() => settle({ status: null, error: 'timeout' }), timeoutMs);
    try {
      outgoing = open(url, message, ownMachine ? undefined : onlyPublic(resolve));
    } catch {
      // A query with a letter that no request line can hold.
      settle({ status: null, error: 'not-sendable' });
      return;
    }
    outgoing.on('error', (error) =>
      settle({ status: null, error: error instanceof NotPublic ? 'not-public' : 'unreachable' }),
    );
    outgoing.on('response', ({ statusCode = null }) => settle({ status: statusCode, error: null }));
  });
}

function open(
  url: URL,
  { method, contentType, raw, headers = {} }: Passed,
  lookup: LookupFunction | undefined,
): http.ClientRequest {
  const { request } = url.protocol === 'https:' ? https : http;
  const isPost = method === 'POST';
  const query = isPost ? '' : `?${Buffer.from(raw).toString('latin1')}`;
  const outgoing = request(url, {
    method,
    agent: false,
    minVersion: 'TLSv1.2',
    path: `${url.pathname}${query}`,
    ...(lookup === undefined ? {} : { lookup }),
    headers: {
      ...headers,
      connection: 'close',
      ...(contentType === null ? {} : { 'content-type': contentType }),
      ...(isPost ? { 'content-length': raw.byteLength } : {}),
    },
  });
  outgoing.end(isPost ? raw : undefined);
  return outgoing;
}

class NotPublic extends Error {}

/** One address that is not public refuses the whole name: it is somebody's trick. */
function onlyPublic(resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, '', 0);
      const [first] = addresses;
      if (first === undefined || !addresses.every((known) => isPublicAddress(known.address))) {
        return callback(new NotPublic(hostname), '', 0);
      }
      if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
