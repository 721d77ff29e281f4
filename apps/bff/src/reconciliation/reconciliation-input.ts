import { lanes } from 'paygate-payments';
import { z } from 'zod';
import { statementFormat } from './statement-format.ts';

const id = z.guid().toLowerCase();
const lane = z.enum(lanes);

/** A file that was handed in, and how to read it; null: as it looks. */
export const previewStatementInput = z.strictObject({
  uploadId: id,
  format: statementFormat.nullable(),
});
export type PreviewStatementInput = z.output<typeof previewStatementInput>;

/** Swiss days, both included; of one connection, or of all of the merchant. */
export const importStatementInput = z
  .strictObject({
    uploadId: id,
    format: statementFormat,
    connection: z.string().max(40).nullable(),
    from: z.iso.date('date'),
    to: z.iso.date('date'),
    dayKind: z.enum(['calendar', 'twint']),
    /** Saves the way of reading under this name. */
    saveAs: z.string().trim().min(1).max(80).nullish(),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'before-from' })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < 400 * 86_400_000, {
    path: ['to'],
    message: 'too-long',
  });
export type ImportStatementInput = z.output<typeof importStatementInput>;

export const statementKey = z.strictObject({ statementId: id });

export const listItemsInput = z.strictObject({
  statementId: id,
  lane: lane.optional(),
  /** Number of the last item of the page before. */
  after: z.int().min(0).default(0),
  limit: z.int().min(1).max(200).default(50),
});
export type ListItemsInput = z.output<typeof listItemsInput>;

/** One item, with a note where there is one to make, or everything of a lane that is open. */
export const acceptItemsInput = z
  .strictObject({
    statementId: id,
    number: z.int().min(1).optional(),
    lane: lane.optional(),
  })
  .refine(({ number, lane: of }) => (number === undefined) !== (of === undefined), {
    path: ['number'],
    message: 'number-or-lane',
  });
export type AcceptItemsInput = z.output<typeof acceptItemsInput>;

export const noteItemInput = z.strictObject({
  statementId: id,
  number: z.int().min(1),
  note: z.string().trim().max(1000, 'too-long'),
});
export type NoteItemInput = z.output<typeof noteItemInput>;
