import { WireError } from '../wire/wire-error.ts';
import { writeDate } from './layout.ts';
import { batchMerchantId } from './record.ts';

/** T: handed over by the merchant · W: being worked on · P: processed. */
export type BatchPhase = 'T' | 'W' | 'P';

/** The back office and the file transfer want the name in different orders. */
export const nameOrders = ['back-office', 'transfer'] as const;
export type NameOrder = (typeof nameOrders)[number];

/** What the name of a file says; `day` is a calendar day such as `2026-11-20`. */
export type BatchName = {
  readonly phase: BatchPhase;
  readonly day: string;
  readonly merchantId: string;
  readonly counter: number;
};

export const largestCounter = 999;

/** @throws WireError for a merchant id or a counter that a name cannot hold. */
export function writeFileName(name: BatchName, order: NameOrder): string {
  if (!batchMerchantId.safeParse(name.merchantId).success) {
    throw new WireError('MerchantID', '1 to 30 of A-Z a-z 0-9 _ - in the name of a file');
  }
  const fits = Number.isInteger(name.counter) && name.counter >= 1;
  if (!fits || name.counter > largestCounter) throw new WireError('Counter', '001 to 999');
  const counter = String(name.counter).padStart(3, '0');
  const { phase, merchantId } = name;
  const tail = order === 'back-office' ? merchantId + counter : counter + merchantId;
  return `${phase}${writeDate(name.day, 'YYYYMMDD')}${tail}.dat`;
}

/** Reads a name in a known order, in either case of letters; null when it is none. */
export function readFileName(text: string, order: NameOrder): BatchName | null {
  const pattern =
    order === 'back-office'
      ? /^([TWP])(\d{4})(\d\d)(\d\d)(?<id>[\w-]{1,30})(?<counter>\d{3})\.dat$/i
      : /^([TWP])(\d{4})(\d\d)(\d\d)(?<counter>\d{3})(?<id>[\w-]{1,30})\.dat$/i;
  const [, phase = '', year, month, date] = pattern.exec(text) ?? [];
  const { id = '', counter = '' } = pattern.exec(text)?.groups ?? {};
  if (phase === '' || Number(counter) < 1) return null;
  return {
    phase: phase.toUpperCase() as BatchPhase,
    day: `${year}-${month}-${date}`,
    merchantId: id,
    counter: Number(counter),
  };
}
