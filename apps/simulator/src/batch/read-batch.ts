import type { OperationName } from '../events.ts';

/** One record as it stands in a file, and what it orders. */
export type BatchOrder = {
  readonly text: string;
  readonly endpoint: OperationName;
  readonly merchantId: string;
  readonly amount: number;
  readonly currency: string;
  readonly transId: string;
  readonly refNr: string | null;
  readonly payId: string;
};

export type BatchFile = {
  readonly head: string;
  readonly orders: readonly BatchOrder[];
  readonly foot: string;
};

const endpoints: Readonly<Record<string, OperationName>> = {
  Capture: 'capture',
  Credit: 'credit',
  Reverse: 'reverse',
};

/**
 * Reads a file that a merchant hands over, by the layout of the documents and with nothing of the
 * merchant's own code.
 * @throws Error that says which line the batch manager cannot work on.
 */
export function readBatch(text: string): BatchFile {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  if (lines.at(-1) === '') lines.pop();
  const [head = '', ...rest] = lines;
  const foot = rest.pop() ?? '';
  const [type, merchantId = '', , version = ''] = head.split(',');
  if (type !== 'HEAD') throw new Error('line 1 is no HEAD');
  const orders = rest.map((line, index) => readOrder(line, index + 2, merchantId, version));
  const [last, count, sum] = foot.split(',');
  if (last !== 'FOOT') throw new Error(`line ${lines.length} is no FOOT`);
  const total = orders.reduce((amounts, { amount }) => amounts + amount, 0);
  if (Number(count) !== orders.length) throw new Error('FOOT counts other records');
  if (Number(sum) !== total) throw new Error('FOOT sums up other amounts');
  return { head, orders, foot };
}

function readOrder(text: string, line: number, headId: string, version: string): BatchOrder {
  const fields = text.split(',');
  const [type, action = '', ...values] = fields;
  const endpoint = endpoints[action];
  const [merchantId = '', ...record] = version.startsWith('2.') ? values : [headId, ...values];
  const [amount = '', currency = '', transId = ''] = record;
  const payId = record.at(-1) ?? '';
  const refNr = record.length === 5 ? (record[3] ?? '') : '';
  const fits = record.length === 5 || (record.length === 4 && version === '1.0');
  if (type !== 'Twint' || endpoint === undefined || !fits || !/^[0-9]{1,10}$/.test(amount)) {
    throw new Error(`line ${line} is no record: ${text}`);
  }
  return {
    text,
    endpoint,
    merchantId,
    amount: Number(amount),
    currency,
    transId,
    refNr: refNr === '' ? null : refNr,
    payId,
  };
}
