import type { inferRouterInputs } from '@trpc/server';
import type { AppRouter } from 'paygate-bff';
import type { ExportColumn } from 'paygate-payments';

export type { ExportColumn };

type Definition = inferRouterInputs<AppRouter>['exports']['create'];
export type ExportFilter = Extract<Definition['scope'], { kind: 'filtered' }>['filter'];

/** What a list hands over to the export dialog: what it shows, in which columns, what is selected. */
export type ExportWish = {
  readonly filter: ExportFilter;
  readonly columns: readonly ExportColumn[];
  readonly paymentIds: readonly string[];
};

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Kept with the visit, so that a reload of the dialog still knows its list. */
    exportWish?: ExportWish;
  }
}
