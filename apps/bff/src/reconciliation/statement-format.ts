import { z } from 'zod';
import { encodings } from '../tables/decode-text.ts';
import { separators } from '../tables/read-table.ts';

/** What a column of a statement can be. */
export const statementFields = [
  'payId',
  'xid',
  'transId',
  'refNr',
  'merchantId',
  'date',
  'currency',
  'kind',
  'amount',
  'refund',
  'fee',
  'net',
] as const;
export type StatementField = (typeof statementFields)[number];

/** What a total record can state. */
export const totalFields = ['count', 'amount', 'fee', 'net'] as const;
export type TotalField = (typeof totalFields)[number];

/** A column: its heading, or its number from 1 in a file without headings. */
const column = z.string().trim().min(1).max(100);

/**
 * How a statement is to be read. `decimal` and `dayOrder` are null while nobody has said what cannot
 * be told from the file. `record`: the column that says what kind of record a row is, with its words
 * for a detail and for the total; rows of any other kind are skipped. Without a word for a detail every
 * row but the total is one; without a word for the total there is none.
 */
export const statementFormat = z.strictObject({
  encoding: z.enum(encodings).nullable(),
  separator: z.enum(separators).nullable(),
  headings: z.boolean(),
  /** Rows above the headings, or above the first row. */
  skipRows: z.int().min(0).max(50),
  decimal: z.enum(['.', ',', 'minor']).nullable(),
  dayOrder: z.enum(['dmy', 'mdy']).nullable(),
  record: z
    .strictObject({
      column,
      detail: z.string().trim().max(40),
      total: z.string().trim().max(40),
    })
    .nullable(),
  columns: z.partialRecord(z.enum(statementFields), column),
  totals: z.partialRecord(z.enum(totalFields), column),
});
export type StatementFormat = z.output<typeof statementFormat>;

/** A line that could not be read: which, where, and why. */
export type LineProblem = {
  readonly line: number;
  readonly field: StatementField | TotalField | 'line' | 'record';
  readonly problem: string;
  readonly raw: string;
};
