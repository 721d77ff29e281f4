import { z } from 'zod';
import { BatchError } from './batch-error.ts';
import { mostRecords } from './build.ts';
import { type BatchLayout, countFor } from './layout.ts';
import { splitLines } from './lines.ts';
import { type BatchAnswer, type BatchRecord, batchMerchantId, readRecord } from './record.ts';

/** Enough for 10,000 records with every field at its longest. */
export const largestFile = 5_000_000;

/** A part of a file. HEAD's date is left as it is written. */
export type BatchPart =
  | {
      readonly kind: 'head';
      readonly line: number;
      readonly merchantId: string;
      readonly date: string;
      readonly version: string;
    }
  | {
      readonly kind: 'record';
      readonly line: number;
      readonly record: BatchRecord;
      /** Null in a file that is not an answer. */
      readonly answer: BatchAnswer | null;
    }
  | { readonly kind: 'foot'; readonly line: number; readonly count: number; readonly sum: bigint };

const number = z.string().regex(/^(?:0|[1-9]\d{0,15})$/);
const headRules = {
  MerchantID: batchMerchantId,
  Date: z.string().regex(/^[0-9./-]{6,10}$/),
  Version: z.string().regex(/^[12]\.\d$/),
};
const footRules = { CountRecords: number, SumAmount: number };

/**
 * Reads a file from its pieces, part by part and in constant memory. The last part, FOOT, comes only
 * when everything adds up: whoever acts on a part before that acts on half a file.
 * @throws BatchError with line and field for a file that is not exactly what the documents describe.
 */
export function* parseBatch(
  pieces: Iterable<Uint8Array>,
  {
    phase,
    count: countBasis,
  }: { readonly phase: 'order' | 'answer'; readonly count: BatchLayout['count'] },
): Generator<BatchPart> {
  let version: string | null = null;
  let isClosed = false;
  let records = 0;
  let sum = 0n;
  let last = 0;
  for (const { line, text } of splitLines(limited(pieces))) {
    last = line;
    if (isClosed) throw new BatchError(line, 'line', 'after-foot');
    const fields = text.split(',');
    if (version === null) {
      if (fields[0] !== 'HEAD') throw new BatchError(line, 'Type', 'head-missing');
      const read = readFields(headRules, fields, line);
      version = read.Version;
      yield { kind: 'head', line, merchantId: read.MerchantID, date: read.Date, version };
    } else if (fields[0] === 'FOOT') {
      const foot = readFields(footRules, fields, line);
      if (BigInt(foot.CountRecords) !== BigInt(countFor(records, countBasis))) {
        throw new BatchError(line, 'CountRecords', 'count-differs');
      }
      if (BigInt(foot.SumAmount) !== sum) throw new BatchError(line, 'SumAmount', 'sum-differs');
      isClosed = true;
      yield { kind: 'foot', line, count: records, sum };
    } else {
      if (fields[0] !== 'Twint') throw new BatchError(line, 'Type', 'unknown-record');
      if (records === mostRecords) throw new BatchError(line, 'record', 'too-many-records');
      const read = readRecord(fields, { version, phase, line });
      records += 1;
      sum += BigInt(read.record.amount);
      yield { kind: 'record', line, ...read };
    }
  }
  if (version === null) throw new BatchError(1, 'Type', 'head-missing');
  if (!isClosed) throw new BatchError(last + 1, 'FOOT', 'foot-missing');
}

function* limited(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  let bytes = 0;
  for (const piece of pieces) {
    bytes += piece.length;
    if (bytes > largestFile) throw new BatchError(1, 'file', 'too-large');
    yield piece;
  }
}

function readFields<Name extends string>(
  rules: Readonly<Record<Name, z.ZodType<string>>>,
  [, ...values]: readonly string[],
  line: number,
): Record<Name, string> {
  const names = Object.keys(rules) as Name[];
  if (values.length !== names.length) throw new BatchError(line, 'record', 'field-count');
  const read = names.map((name, at) => {
    const value = rules[name].safeParse(values[at]);
    if (!value.success) throw new BatchError(line, name, 'format');
    return [name, value.data];
  });
  return Object.fromEntries(read) as Record<Name, string>;
}
