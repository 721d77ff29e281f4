import type { InquiryAmounts } from 'paygate-payments';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { NewEvent } from './event-store.ts';
import { externalChanges } from './external-changes.ts';
import type { ToldPayment } from './told-payment.ts';

/** What is known of a payment besides the inquiry. Instants ms UTC. */
export type Hint = {
  /** When it was authorized at the earliest, should the inquiry show that it is. */
  readonly authorizedAt: number;
  /** Code and XID of the authentic callback that led here. */
  readonly code: string | null;
  readonly xid: string | null;
};

type Told = { readonly amounts: InquiryAmounts; readonly lastStatus: string | null };

/** Detail of a customer who never decided (paygate.md 5.3). */
const TIMED_OUT = '0931';

/**
 * What an inquiry teaches about a payment, as facts. Amounts decide; what AUTHORIZE_REQUEST means is
 * up to the connection's mode alone: a sale is only processing until its money is captured.
 */
export function learnPayment(
  { mode, inquiryShowsReversals }: Pick<GatewayConnection, 'mode' | 'inquiryShowsReversals'>,
  payment: ToldPayment,
  told: Told,
  hint: Hint,
  now: number,
): readonly NewEvent[] {
  if (payment.amounts.authorized > 0) {
    return externalChanges(payment, told.amounts, inquiryShowsReversals, now);
  }

  const { auth, cap, cred } = told.amounts;
  const source = { code: hint.code, xid: hint.xid };
  if (auth === 0 && cap === 0) return isOver(payment, told) ? [failure(hint, now)] : [];
  if (mode === 'sale' && cap === 0) {
    if (payment.lifecycle === 'processing') return [];
    return [{ event: { fact: 'processing', type: 'processing', at: now }, source }];
  }

  const amount = Math.max(auth, cap);
  const at = hint.authorizedAt;
  const events: NewEvent[] = [
    { event: { fact: 'authorized', type: 'authorized', at, amount }, source },
  ];
  if (cap > 0) {
    const captured = { fact: 'first-seen:captured', type: 'captured', closed: 0 } as const;
    events.push({ event: { ...captured, at: now, amount: cap } });
  }
  if (cred > 0) {
    const credited = { fact: 'first-seen:credited', type: 'external-credit' } as const;
    events.push({ event: { ...credited, at: now, amount: cred } });
  }
  return events;
}

/** Nothing is authorized: that ends a sale that was being settled, or what the gateway calls failed. */
function isOver({ lifecycle }: ToldPayment, { lastStatus }: Told): boolean {
  if (lifecycle === 'processing') return lastStatus !== 'AUTHORIZE_REQUEST';
  return lifecycle === 'awaiting' && lastStatus === 'FAILED';
}

function failure({ code, xid }: Hint, at: number): NewEvent {
  const source = { code, xid };
  if (code?.endsWith(TIMED_OUT)) {
    return { event: { fact: 'ended', type: 'abandoned', at }, source };
  }
  return { event: { fact: 'ended', type: 'failed', at, code: code ?? '' }, source };
}
