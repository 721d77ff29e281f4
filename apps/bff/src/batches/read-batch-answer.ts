import { type AnsweredRecord, type BatchOrders, parseBatch, readAnswer } from 'paygate-core/batch';
import type { BatchFile } from './batch-file.ts';

/** Reads our own file back: what was ordered is what its bytes say. */
export function ordersOf(file: BatchFile, content: Buffer): BatchOrders {
  const records = [...parseBatch([content], { phase: 'order', count: file.layout.count })].flatMap(
    (part) => (part.kind === 'record' ? [part.record] : []),
  );
  const head = { merchantId: file.headMerchantId, day: file.day };
  return { head, layout: file.layout, records };
}

/** What an answer says of each line of our file, by line; null where it says nothing. */
export function readBatchAnswer(
  orders: BatchOrders,
  answer: Buffer,
): ReadonlyMap<number, AnsweredRecord | null> {
  const { answered, missing } = readAnswer(orders, [answer]);
  // The first record stands in line 2.
  return new Map([
    ...answered.map((record) => [record.order + 2, record] as const),
    ...missing.map((order) => [order + 2, null] as const),
  ]);
}
