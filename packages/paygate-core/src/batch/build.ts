import { WireError } from '../wire/wire-error.ts';
import { type BatchLayout, countFor, writeDate } from './layout.ts';
import { type BatchRecord, batchMerchantId, writeRecord } from './record.ts';

/** The batch manager's own limit is not public; this is ours. */
export const mostRecords = 10_000;
const LINE_END = '\r\n';
const LARGEST_SUM = 10n ** 15n;

/** Whose file, and of which calendar day (`2026-11-20`). */
export type BatchHead = { readonly merchantId: string; readonly day: string };

/**
 * Writes a file line by line: HEAD, one line per record, FOOT with their number and sum. Pure ASCII,
 * each line ended by CRLF.
 * @throws WireError naming the field that cannot stand in a file, and for no or too many records.
 */
export function* buildBatch(
  layout: BatchLayout,
  head: BatchHead,
  records: Iterable<BatchRecord>,
): Generator<string> {
  yield headLine(layout, head) + LINE_END;
  let count = 0;
  let sum = 0n;
  for (const record of records) {
    count += 1;
    if (count > mostRecords) throw new WireError('CountRecords', `at most ${mostRecords}`);
    const line = writeRecord(layout.version, record);
    sum += BigInt(record.amount);
    yield line + LINE_END;
  }
  if (count === 0) throw new WireError('CountRecords', 'at least 1');
  if (sum >= LARGEST_SUM) throw new WireError('SumAmount', 'at most 15 digits');
  yield footLine(layout, { count, sum }) + LINE_END;
}

/**
 * The first line of a file, without its end.
 * @throws WireError for a merchant id that cannot stand in a file.
 */
export function headLine(layout: BatchLayout, { merchantId, day }: BatchHead): string {
  if (!batchMerchantId.safeParse(merchantId).success) {
    throw new WireError('MerchantID', '1 to 30 of A-Z a-z 0-9 _ -');
  }
  return `HEAD,${merchantId},${writeDate(day, layout.dateFormat)},${layout.version}`;
}

/** The last line of a file, without its end; `sum` in minor units. */
export function footLine(
  layout: BatchLayout,
  { count, sum }: { readonly count: number; readonly sum: bigint },
): string {
  return `FOOT,${countFor(count, layout.count)},${sum}`;
}
