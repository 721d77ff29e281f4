import { QueryClient } from '@tanstack/react-query';
import { toFailure } from './failure.ts';

const staleMs = 15_000;
const retries = 2;

/**
 * Reads are tried again when no answer came; nothing that changes something ever is. `always`: with the
 * library's default, a capture clicked offline would be sent by itself when the network returns.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: staleMs,
        networkMode: 'always',
        retry: (count, error) => count < retries && isPassing(error),
      },
      mutations: { retry: 0, networkMode: 'always' },
    },
  });
}

function isPassing(error: unknown): boolean {
  const { type } = toFailure(error);
  return type === 'network' || type === 'timeout' || type === 'unavailable';
}
