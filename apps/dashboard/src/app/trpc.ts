import { createTRPCClient, httpLink, type TRPCClient, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import type { AppRouter } from 'paygate-bff';
import { toFailure, UnreadableAnswer } from './failure.ts';

/** A money call may take as long as the gateway; after this the operation is asked for by its key. */
const moneyTimeoutMs = 70_000;
const timeoutMs = 20_000;
const moneyPath =
  /\/(payments\.(capture|reverse|credit|check)|operations\.(propose|confirm)Review|connections\.test|audit\.verify)\b/;

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

/** One request per call: plain JSON, the header every mutation needs, and a deadline. */
export function createClient(onSignedOut: () => void): TRPCClient<AppRouter> {
  return createTRPCClient<AppRouter>({
    links: [
      watchSession(onSignedOut),
      httpLink({
        url: '/trpc',
        headers: { 'x-paygate-desk': '1' },
        fetch: async (url, options) => {
          const { body, headers, method, signal } = options ?? {};
          const deadline = AbortSignal.timeout(
            moneyPath.test(String(url)) ? moneyTimeoutMs : timeoutMs,
          );
          const response = await fetch(String(url), {
            body: typeof body === 'string' ? body : null,
            headers: new Headers(headers as Record<string, string>),
            method: method ?? 'GET',
            signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
          });
          const type = response.headers.get('content-type') ?? '';
          if (!type.includes('json')) throw new UnreadableAnswer(response.status);
          return response;
        },
      }),
    ],
  });
}

/** Tells of an ended session whichever way the call was made. */
function watchSession(onSignedOut: () => void): TRPCLink<AppRouter> {
  return () =>
    ({ next, op }) =>
      observable((observer) =>
        next(op).subscribe({
          ...observer,
          error: (error) => {
            if (toFailure(error).type === 'signed-out') onSignedOut();
            observer.error(error);
          },
        }),
      );
}
