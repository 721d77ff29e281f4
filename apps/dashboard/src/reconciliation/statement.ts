import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from 'paygate-bff';

type Outputs = inferRouterOutputs<AppRouter>['reconciliation'];
export type Statement = Outputs['get'];
export type StatementItem = Outputs['items']['rows'][number];
export type StatementPreview = Outputs['preview'];
export type Lane = StatementItem['lane'];
export type StatementFormat = StatementPreview['format'];

/** Differences first: they are what there is to do. */
export const lanes: readonly Lane[] = ['differs', 'only-theirs', 'only-ours', 'matched', 'failed'];
const differences: readonly Lane[] = ['differs', 'only-theirs', 'only-ours'];

export const statementFields = [
  'payId',
  'xid',
  'transId',
  'refNr',
  'date',
  'amount',
  'refund',
  'fee',
  'net',
  'kind',
  'currency',
  'merchantId',
] as const;
export const totalFields = ['count', 'amount', 'fee', 'net'] as const;

export const differencesAddress = (id: string, lang: string): string =>
  `/downloads/reconciliation/${id}?lang=${lang}`;

/** Differences that nobody has accepted yet. */
export function openOf({ lanes: counted }: Statement): number {
  return counted
    .filter(({ lane }) => differences.includes(lane))
    .reduce((sum, { count, accepted }) => sum + count - accepted, 0);
}
