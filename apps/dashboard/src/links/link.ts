import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from 'paygate-bff';

type Outputs = inferRouterOutputs<AppRouter>['links'];

/** Amounts are whole minor units, instants milliseconds UTC. */
export type PaymentLink = Outputs['list']['rows'][number];
export type LinkDetail = Outputs['get'];
/** Where links can be made, and the connection (slug) this person last made one for. */
export type LinkConnections = Outputs['connections'];
export type LinkConnection = LinkConnections['rows'][number];
export type LinkState = PaymentLink['state'];
export type NewLink = inferRouterInputs<AppRouter>['links']['create'];
export type ImportLines = Outputs['previewImport'];

export const linkStates = ['open', 'scanned', 'paid', 'expired', 'withdrawn', 'abandoned'] as const;
export const languages = ['de', 'fr', 'it', 'en'] as const;

/** Whether somebody who opens it can still pay. */
export function isPayable({ state }: Pick<PaymentLink, 'state'>): boolean {
  return ['open', 'scanned', 'abandoned'].includes(state);
}

/** What a person calls a link. */
export function orderOf({ refNr, orderDesc }: Pick<PaymentLink, 'refNr' | 'orderDesc'>): string {
  return refNr ?? orderDesc;
}
