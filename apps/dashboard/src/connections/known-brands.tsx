import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loaded } from '../app/loaded.tsx';
import { useTRPC } from '../app/trpc.ts';
import type { Brands } from './connection.ts';

/**
 * What is shown once the addresses of each brand are known: the form of a connection with everything below
 * it, so that nothing there moves away from under a hand when the form comes.
 */
export function KnownBrands({ children }: { readonly children: (known: Brands) => ReactNode }) {
  const trpc = useTRPC();
  const known = useQuery({
    ...trpc.connections.brands.queryOptions(),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return <Loaded query={known}>{children}</Loaded>;
}
