import type { ReactNode } from 'react';
import { Skeleton } from '../ui/skeleton.tsx';
import { LoadError } from './load-error.tsx';

type LoadedProps<Data> = {
  readonly query: {
    readonly data: Data | undefined;
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
  /** Of the skeleton. */
  readonly rows?: number;
  readonly children: (data: Data) => ReactNode;
};

/**
 * What can only be used with the answer of `query`, as a form that offers choices: it is not there before
 * the answer is, so that nobody can send what is not known yet. Once there it stays, with all that was
 * typed into it, whatever a later reading of the same says.
 */
export function Loaded<Data>({ query, rows = 4, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  return query.error === null ? <Skeleton rows={rows} /> : <LoadError query={query} />;
}
