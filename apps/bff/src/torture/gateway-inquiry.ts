import type { Pair } from 'paygate-core/wire';
import type { Dice } from './dice.ts';
import { type HttpAnswer, sealed } from './gateway-answers.ts';
import { beginLag, type InquiryFault } from './gateway-faults.ts';
import { type Account, sumsOf } from './gateway-ledger.ts';
import type { Asked } from './gateway-request.ts';

/** What an inquiry is answered with; null hangs up. A lie is noted on the account it is about. */
export function answerInquiry(
  { dice, now, pace }: { readonly dice: Dice; readonly now: number; readonly pace: number },
  { account, credentials }: Asked,
  fault: InquiryFault | null,
): HttpAnswer | null {
  if (fault === 'inquiry-down') return null;
  if (fault === 'inquiry-garbage') return { status: 200, body: `Len=24&Data=${dice.hex()}` };
  const { merchantId } = credentials;
  const named: Pair[] = [
    ['mid', merchantId],
    ['PayID', fault === 'inquiry-wrong-echo' ? dice.hex() : account.payId],
    ['XID', dice.hex()],
    ['TransID', account.transId],
  ];
  const verdict: Pair[] =
    fault === 'inquiry-refused'
      ? [
          ['Status', 'FAILED'],
          ['Code', '22060051'],
        ]
      : [
          ['Status', 'OK'],
          ['Code', '00000000'],
        ];
  if (fault === 'inquiry-stale') account.lag = beginLag(dice, now, pace);
  const at = shownInstant(account, now);
  const amounts = fault === 'inquiry-without-amounts' ? [] : amountPairs(account, at, now);
  return { status: 200, body: sealed(credentials, [...named, ...verdict, ...amounts]) };
}

/** The instant (ms UTC) whose sums an inquiry shows at `now`. */
export function shownInstant({ lag }: Account, now: number): number {
  return lag !== null && now < lag.until ? lag.shows : now;
}

function amountPairs(account: Account, at: number, now: number): Pair[] {
  const { auth, captured, reversed, credited } = sumsOf(account, at);
  const truth = sumsOf(account, now);
  const isLie =
    truth.captured !== captured || truth.reversed !== reversed || truth.credited !== credited;
  if (isLie) account.lies += 1;
  return [
    ['AmountAuth', String(account.showsReversals ? auth - reversed : auth)],
    ['AmountCap', String(captured)],
    ['AmountCred', String(credited)],
    ['LastStatus', 'OK'],
    ['Currency', 'CHF'],
  ];
}
