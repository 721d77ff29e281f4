import http from 'node:http';
import type { Wish } from '../payments/decide-operation.ts';
import type { Person } from '../sessions/person.ts';
import type { Outcome } from './call.ts';

const PATIENCE_MS = 10_000;
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

export type Answer = { readonly status: number; readonly body: string };

/** Posts to a server on this machine; null when nobody answered. */
export function post(
  port: number,
  path: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<Answer | null> {
  return new Promise((resolve) => {
    const length = Buffer.byteLength(body, 'latin1');
    const options = { method: 'POST', host: '127.0.0.1', port, path, agent, timeout: PATIENCE_MS };
    const request = http.request({ ...options, headers: { ...headers, 'content-length': length } });
    request.on('error', () => resolve(null));
    request.on('timeout', () => request.destroy());
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', () => resolve(null));
      response.on('close', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve(response.complete ? { status: response.statusCode ?? 0, body: text } : null);
      });
    });
    request.end(body, 'latin1');
  });
}

/** Calls a procedure in the name of whoever has this session token. */
export function callProcedure(
  port: number,
  procedure: string,
  input: unknown,
  token: string,
): Promise<Answer | null> {
  return post(port, `/trpc/${procedure}`, JSON.stringify(input), {
    'content-type': 'application/json',
    'x-paygate-desk': '1',
    cookie: `desk_session=${token}`,
  });
}

const procedures = { capture: 'capture', reversal: 'reverse', credit: 'credit' } as const;

/** Asks a server for what somebody wants; answers what their screen would know. */
export async function wishFor(
  port: number,
  { kind, ...input }: Wish,
  person: Person,
  tokens: ReadonlyMap<string, string>,
): Promise<Outcome> {
  const token = tokens.get(person.id) ?? '';
  const answer = await callProcedure(port, `payments.${procedures[kind]}`, input, token);
  return answer === null ? { kind: 'lost', why: 'no answer' } : read(answer);
}

type Body = {
  readonly result?: { readonly data: { readonly operation: { id: string; state: string } } };
  readonly error?: { readonly message: string; readonly data: { readonly refusal: string | null } };
};

function read({ status, body }: Answer): Outcome {
  // Whoever meets this knows nothing about the money, and asks again with the same key.
  if (status >= 500) return { kind: 'lost', why: `status ${status}` };
  const { result, error } = JSON.parse(body) as Body;
  if (status === 200 && result !== undefined) {
    const { id, state } = result.data.operation;
    return { kind: 'answered', operationId: id, state };
  }
  const refusal = error?.data.refusal ?? null;
  if (status === 409 && refusal !== null) return { kind: 'refused', why: refusal };
  if (status === 403 || status === 404) return { kind: 'denied', why: String(status) };
  return { kind: 'broken', why: `status ${status}: ${body}` };
}
