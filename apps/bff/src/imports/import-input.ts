import { z } from 'zod';
import { importStates, lineStates } from './import.ts';

/** Any spelling of a UUID; in lower case, so that the same request always looks the same. */
const id = z.guid().toLowerCase();

/** A Swiss calendar day. */
const day = z.iso.date('date').refine((text) => text >= '2014-01-01', 'date-too-old');

/** Questions in a second. Nothing is documented about how many the gateway takes. */
const perSecond = z.int('rate').min(1, 'rate').max(20, 'rate');

/** A file that was handed in, the connection it is about, and a day for lines that name none. */
export const previewImportInput = z.strictObject({
  connection: z.string().max(40),
  uploadId: id,
  authorizedFrom: day.nullish(),
});
export type PreviewImportInput = z.output<typeof previewImportInput>;

/** `key` is made by the caller when the form opens: the same key never begins a second import. */
export const createImportInput = previewImportInput.extend({
  perSecond: perSecond.default(2),
  key: id,
});
export type CreateImportInput = z.output<typeof createImportInput>;

export const importKey = z.strictObject({ importId: id });

export const changeImportInput = z.strictObject({
  importId: id,
  state: z.enum(importStates).exclude(['done']),
  perSecond: perSecond.optional(),
});
export type ChangeImportInput = z.output<typeof changeImportInput>;

export const listLinesInput = z.strictObject({
  importId: id,
  states: z.array(z.enum(lineStates)).max(lineStates.length).optional(),
  /** Number of the last line of the page before. */
  after: z.int().min(0).default(0),
  limit: z.int().min(1).max(200).default(50),
});
export type ListLinesInput = z.output<typeof listLinesInput>;
