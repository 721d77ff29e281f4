import { exportColumns, exportFormats } from 'paygate-payments';
import { z } from 'zod';
import { wholeList } from '../payments/payment-filter.ts';
import { exportLanguages } from './export-words.ts';

/** A selection by hand; what is more is a filter. */
const MOST_SELECTED = 500;

const scope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({
    kind: z.literal('filtered'),
    filter: wholeList,
  }),
  z.strictObject({
    kind: z.literal('selected'),
    paymentIds: z
      .array(z.uuid())
      .min(1)
      .max(MOST_SELECTED)
      .refine((ids) => new Set(ids).size === ids.length, 'each payment once'),
  }),
]);

const selection = {
  /** A file is about one merchant: it is their account that it settles. */
  merchantId: z.int(),
  scope,
  columns: z
    .array(z.enum(exportColumns))
    .min(1)
    .max(exportColumns.length)
    .refine((columns) => new Set(columns).size === columns.length, 'each column once'),
  format: z.enum(exportFormats),
  language: z.enum(exportLanguages),
};

/** What a file shall hold, as it is asked for and as it is kept. */
export const exportDefinition = z.strictObject(selection);
export type ExportDefinition = z.output<typeof exportDefinition>;

export const exportKey = z.strictObject({ exportId: z.uuid() });
