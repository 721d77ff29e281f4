import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from 'paygate-bff';

/** Everything of a connection but its keys. Minimum in minor units, instants milliseconds UTC. */
export type Connection = inferRouterOutputs<AppRouter>['connections']['get'];
export type ConnectionTest = inferRouterOutputs<AppRouter>['connections']['test'];
export type Brands = inferRouterOutputs<AppRouter>['connections']['brands'];
export type NewConnection = inferRouterInputs<AppRouter>['connections']['create'];

export const brands = ['computop', 'payjet', '1cs', 'axepta', 'vr', 'custom'] as const;
export const checklistItems = ['swiss-seat', 'portal', 'provider', 'shop-uuid'] as const;
