import { captureStatuses } from '../operations/capture.ts';
import { creditStatuses } from '../operations/credit.ts';
import { reverseStatuses } from '../operations/reverse.ts';
import { classifyAnswer } from '../response-code/index.ts';
import { BatchError } from './batch-error.ts';
import type { BatchHead } from './build.ts';
import { type BatchLayout, writeDate } from './layout.ts';
import { parseBatch } from './parse.ts';
import type { BatchAction, BatchAnswer, BatchRecord } from './record.ts';

/** What a file of ours ordered: its head, its layout, and its records as they were written. */
export type BatchOrders = {
  readonly head: BatchHead;
  readonly layout: BatchLayout;
  readonly records: readonly BatchRecord[];
};

/** `order` is the place of the record in our file, from 0; the verdict follows the rules of the wire. */
export type AnsweredRecord = {
  readonly order: number;
  readonly line: number;
  readonly status: string;
  readonly code: string;
  readonly verdict: 'success' | 'decline' | 'unknown';
};

const statuses: Readonly<Record<BatchAction, readonly string[]>> = {
  Capture: captureStatuses,
  Credit: creditStatuses,
  Reverse: reverseStatuses,
};
/** What an answer must repeat. The currency is not among it: a record with another one is no record. */
const fieldNames = {
  action: 'Action',
  amount: 'Amount',
  refNr: 'RefNr',
  payId: 'PayID',
} as const;

/**
 * Reads the whole answer to a file and holds every record against what was ordered, in any order of
 * lines. `missing` are the places of the records that it does not answer: their outcome is unknown.
 * @throws BatchError for an answer that is not about exactly this file; then nothing of it counts.
 */
export function readAnswer(
  orders: BatchOrders,
  pieces: Iterable<Uint8Array>,
): { readonly answered: readonly AnsweredRecord[]; readonly missing: readonly number[] } {
  const places = new Map(orders.records.map((record, order) => [nameOf(record), order]));
  const answered = new Map<number, AnsweredRecord>();
  for (const part of parseBatch(pieces, { phase: 'answer', count: orders.layout.count })) {
    if (part.kind === 'head') checkHead(part, orders);
    if (part.kind !== 'record') continue;
    const { line, record, answer } = part;
    const order = places.get(nameOf(record)) ?? null;
    const ordered = order === null ? undefined : orders.records[order];
    if (order === null || ordered === undefined) {
      throw new BatchError(line, record.merchantId === null ? 'TransID' : 'MID', 'unknown-line');
    }
    if (answered.has(order)) throw new BatchError(line, 'TransID', 'line-twice');
    checkEcho(ordered, record, line);
    answered.set(order, judge(order, line, ordered.action, answer));
  }
  const missing = orders.records.flatMap((_, order) => (answered.has(order) ? [] : [order]));
  return { answered: [...answered.values()], missing };
}

/** A payment stands in a file once, so its merchant and TransID name its line. */
function nameOf({ merchantId, transId }: BatchRecord): string {
  return `${merchantId ?? ''} ${transId}`;
}

type Head = { readonly merchantId: string; readonly date: string; readonly version: string };

function checkHead({ merchantId, date, version }: Head, { head, layout }: BatchOrders): void {
  if (merchantId !== head.merchantId) throw new BatchError(1, 'MerchantID', 'other-merchant');
  if (date !== writeDate(head.day, layout.dateFormat)) {
    throw new BatchError(1, 'Date', 'other-date');
  }
  if (version !== layout.version) throw new BatchError(1, 'Version', 'other-version');
}

function checkEcho(ordered: BatchRecord, echoed: BatchRecord, line: number): void {
  for (const key of Object.keys(fieldNames) as (keyof typeof fieldNames)[]) {
    if (ordered[key] !== echoed[key]) throw new BatchError(line, fieldNames[key], 'changed');
  }
}

function judge(
  order: number,
  line: number,
  action: BatchAction,
  answer: BatchAnswer | null,
): AnsweredRecord {
  if (answer === null || answer.code === null) throw new BatchError(line, 'Code', 'code-missing');
  const { status, code } = answer;
  const allowedStatuses = statuses[action];
  const verdict = classifyAnswer({ code, status, allowedStatuses, echoOk: true });
  return { order, line, status, code, verdict };
}
