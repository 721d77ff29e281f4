import { readDecimal, type StatementLine } from 'paygate-payments';
import { readMoment } from '../tables/read-moment.ts';
import type { TableRow } from '../tables/read-table.ts';
import type { LineProblem, StatementField, StatementFormat } from './statement-format.ts';

type Fault = Pick<LineProblem, 'field' | 'problem'>;

/** What files call money that was given back. */
const GIVEN_BACK =
  /refund|credit|gutschrift|rembours|rimbors|storno|reversal|return|ruckzahl|rückzahl/i;
const LONGEST_NAME = 100;
/** PPRO dates what never came about so; its file shows the Swiss time of it. */
const NEVER = 24 * 3_600_000;
const TWINT_BEGAN = Date.UTC(2014, 0, 1);

/** Reads one detail of a statement, or names the field that cannot be read. */
export function readStatementLine(
  { cells, line }: TableRow,
  { columns, dayOrder, decimal }: StatementFormat,
  find: (ref: string) => number | null,
  merchantIds: readonly string[],
): StatementLine | Fault {
  const cell = (field: StatementField): string | null => {
    const ref = columns[field];
    const at = ref === undefined ? null : find(ref);
    const text = at === null ? '' : (cells[at] ?? '');
    return text === '' ? null : text;
  };
  const merchantId = cell('merchantId');
  if (merchantId !== null && !merchantIds.includes(merchantId)) {
    return { field: 'merchantId', problem: 'other-merchant' };
  }
  const currency = cell('currency');
  if (currency !== null && currency.toUpperCase() !== 'CHF') {
    return { field: 'currency', problem: 'currency' };
  }
  const at = cell('date');
  const moment = at === null ? null : readMoment(at, dayOrder);
  if (typeof moment === 'string') return { field: 'date', problem: moment };

  const money = {
    amount: cell('amount'),
    refund: cell('refund'),
    fee: cell('fee'),
    net: cell('net'),
  };
  const minor = { amount: 0, refund: 0, fee: 0, net: 0 };
  for (const field of ['amount', 'refund', 'fee', 'net'] as const) {
    const text = money[field];
    if (text === null) continue;
    const value = readDecimal(text, decimal ?? '.');
    if (value === null) return { field, problem: 'amount' };
    minor[field] = value;
  }
  if (money.amount === null && money.refund === null && money.net === null) {
    return { field: 'amount', problem: 'missing' };
  }
  const names = {
    payId: cell('payId'),
    xid: cell('xid'),
    transId: cell('transId'),
    refNr: cell('refNr'),
  };
  for (const field of ['payId', 'xid', 'transId', 'refNr'] as const) {
    if ((names[field] ?? '').length > LONGEST_NAME) return { field, problem: 'too-long' };
  }
  if (Object.values(names).every((name) => name === null))
    return { field: 'line', problem: 'no-name' };

  // What is withheld is a cost, whichever sign a file gives it.
  const fee = money.fee === null ? null : Math.abs(minor.fee);
  const base = { line, ...names, at: moment?.at ?? null, fee };
  const amount = signedAmount(money, minor, fee ?? 0, GIVEN_BACK.test(cell('kind') ?? ''));
  const isOld = moment !== null && moment.at < TWINT_BEGAN;
  if (isOld && moment.at <= NEVER && amount === 0) return { ...base, kind: 'failed', amount };
  if (isOld) return { field: 'date', problem: 'date-too-old' };
  return { ...base, kind: amount < 0 ? 'refund' : 'payment', amount };
}

type Money = Readonly<Record<'amount' | 'refund' | 'fee' | 'net', string | null>>;

/** Minor units, negative for what was given back. Without a gross amount it is what the net and the fee make. */
function signedAmount(
  money: Money,
  minor: Readonly<Record<keyof Money, number>>,
  fee: number,
  isGivenBack: boolean,
): number {
  if (money.refund !== null && minor.refund !== 0) {
    return (isGivenBack ? 0 : minor.amount) - Math.abs(minor.refund);
  }
  const gross = money.amount === null ? minor.net + fee : minor.amount;
  return isGivenBack && gross > 0 ? -gross : gross;
}
