import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from 'paygate-bff';

type Outputs = inferRouterOutputs<AppRouter>['imports'];
export type HistoryImport = Outputs['list']['rows'][number];
/** A connection that a list can be about. */
export type ImportConnection = Outputs['connections']['rows'][number];
export type ImportLine = Outputs['lines']['rows'][number];
export type ImportPreview = Outputs['preview'];
export type LineState = ImportLine['state'];

/** In the order in which people ask about them. */
export const lineStates: readonly LineState[] = [
  'imported',
  'known',
  'waiting',
  'malformed',
  'duplicate',
  'foreign',
  'not-found',
  'empty',
  'conflict',
  'unreadable',
];

export const isOpen = ({ state }: Pick<HistoryImport, 'state'>): boolean =>
  state === 'running' || state === 'paused';

export const resultAddress = (id: string, lang: string): string =>
  `/downloads/imports/${id}?lang=${lang}`;

/** Lines that were dealt with, one way or the other. */
export const doneOf = ({ counts, lines }: HistoryImport): number => lines - counts.waiting;
