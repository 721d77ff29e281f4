import { exportColumns, exportFormats } from 'paygate-payments';
import { z } from 'zod';
import { exportFailures, exportStates } from './export.ts';

const count = z.int().nonnegative();
const instant = z.int();

const figures = z.object({
  currency: z.string(),
  rows: count,
  authorized: count,
  captured: count,
  refunded: count,
  reversed: count,
  closed: count,
  remaining: count,
});

/** What a person may know of an export of theirs. Instants ms UTC, sums minor units. */
export const exportView = z.object({
  id: z.uuid(),
  merchantId: z.int(),
  merchantName: z.string(),
  state: z.enum(exportStates),
  failure: z.enum(exportFailures).nullable(),
  createdAt: instant,
  scope: z.enum(['all', 'filtered', 'selected']),
  /** The filter in words, in the language of the file. */
  filter: z.string(),
  language: z.string(),
  format: z.enum(exportFormats),
  columns: z.array(z.enum(exportColumns)),
  personal: z.boolean(),
  /** More than one: it was interrupted and began again, with a later `asOf`. */
  attempt: count,
  rowsDone: count,
  /** Null until the view of the database is taken. */
  rowsTotal: count.nullable(),
  /** About how long it still takes; null while that cannot be said. */
  msLeft: count.nullable(),
  asOf: instant.nullable(),
  figures: z.array(figures),
  bytes: count.nullable(),
  sha256: z.string().nullable(),
  expiresAt: instant.nullable(),
  fileName: z.string().nullable(),
});
export type ExportView = z.infer<typeof exportView>;

export const estimateView = z.object({
  /** Null when counting would take too long. */
  rows: count.nullable(),
  bytes: count.nullable(),
  filter: z.string(),
});
