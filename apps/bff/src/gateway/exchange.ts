import { createHash } from 'node:crypto';
import { endpointUrl, type Operation } from 'paygate-core/brands';
import { openAnswer, requestBody } from 'paygate-core/operations';
import type { Pair, Parameters } from 'paygate-core/wire';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import { clockDifference } from './clock-difference.ts';
import { postForm } from './post-form.ts';

/** What is remembered of a call: never the message itself, only a hash of the answer. */
export type Call = {
  readonly endpoint: Operation;
  readonly reqId: string | null;
  readonly at: number;
  readonly durationMs: number;
  readonly httpStatus: number | null;
  readonly answerHash: Buffer | null;
  readonly outcome: string;
  readonly status: string | null;
  readonly code: string | null;
};

/** The opened answer of one call, or why there is none; `reached` is false when none came at all. */
export type Exchange = {
  readonly answer:
    | { readonly ok: true; readonly parameters: Parameters }
    | { readonly ok: false; readonly reached: boolean; readonly why: string };
  readonly trace: Omit<Call, 'outcome' | 'status' | 'code'> & {
    /** How far our clock runs ahead of the gateway's (ms); null when the answer does not tell. */
    readonly clockDifferenceMs: number | null;
  };
};

/**
 * Seals the pairs, posts them once to one operation of the gateway and opens the answer. Never
 * throws for anything the network or the gateway does. A definite HTTP error is not read: a proxy
 * may have written it.
 */
export async function exchange(
  { clock, env }: Pick<Deps, 'clock' | 'env'>,
  { baseUrl, credentials }: Pick<GatewayConnection, 'baseUrl' | 'credentials'>,
  endpoint: Operation,
  pairs: readonly Pair[],
  reqId: string | null = null,
): Promise<Exchange> {
  const url = new URL(endpointUrl(baseUrl, endpoint, { allowLoopbackHttp: env.demo }));
  const body = requestBody(credentials, pairs);
  const at = clock.now();
  const started = clock.wall();
  const posted = await postForm(url, body, env.gatewayTimeoutMs);
  const ended = clock.wall();
  const durationMs = Math.max(0, ended - started);
  const nothing = { httpStatus: null, answerHash: null, clockDifferenceMs: null };
  const trace = { endpoint, reqId, at, durationMs, ...nothing };
  if (!posted.ok) return { answer: { ok: false, reached: false, why: posted.why }, trace };

  const { httpStatus } = posted;
  const answerHash = createHash('sha256').update(posted.body, 'latin1').digest();
  const clockDifferenceMs = clockDifference(posted.date, started, ended);
  const reached = { ...trace, httpStatus, answerHash, clockDifferenceMs };
  if (httpStatus !== 200) {
    const why = `http-${httpStatus}`;
    return { answer: { ok: false, reached: httpStatus < 500, why }, trace: reached };
  }
  const opened = openAnswer(credentials.cipher, posted.body);
  if (!opened.ok) return { answer: { ok: false, reached: true, why: opened.why }, trace: reached };
  return { answer: { ok: true, parameters: opened.parameters }, trace: reached };
}
