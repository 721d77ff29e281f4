import { randomUUIDv7 } from 'node:crypto';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import type { InquiryOutcome } from '../gateway/gateway-outcome.ts';
import { inquireGateway } from '../gateway/inquire-gateway.ts';
import { inTransaction, type Sql } from '../storage/database.ts';
import { learnPayment } from './learn-payment.ts';
import { markChecked } from './learn-payment-store.ts';
import { lockPayment } from './lock-payment-store.ts';
import { insertPayment } from './payment-store.ts';
import { recordEvents } from './record-events.ts';

/** Either name of a payment, or both. */
export type WireNames =
  | { readonly payId: string; readonly transId: string | null }
  | { readonly payId: null; readonly transId: string };

/**
 * `imported`, or what kept it from being so. `known`: a payment has one of these names already, and it
 * was left as it is. `empty`: the gateway knows the payment and holds no money of it any more.
 */
export type BroughtIn =
  | { readonly kind: 'imported'; readonly paymentId: string }
  | { readonly kind: 'known' | 'empty' }
  | Exclude<InquiryOutcome, { readonly kind: 'amounts' }>;

/**
 * Asks the gateway about a payment of before Desk and books it with the amounts the gateway states.
 * `authorizedAt` (ms UTC) is the earliest it can have been made. What happened to its money since is
 * dated then too: the gateway does not say when it was, and it was not today.
 *
 * `settle` is called in the transaction that books it, or in one of its own where nothing was booked;
 * after an answer that told nothing it is not called.
 */
export async function bringInPayment(
  deps: Deps,
  connection: GatewayConnection,
  names: WireNames,
  authorizedAt: number,
  settle: (sql: Sql, brought: BroughtIn) => Promise<void>,
): Promise<BroughtIn> {
  const inquiry = await inquireGateway(deps, connection, names);
  if (inquiry.kind === 'unreachable' || inquiry.kind === 'unreadable') return inquiry;
  return inTransaction(deps.database.money, async (sql) => {
    const brought =
      inquiry.kind === 'amounts'
        ? await book(sql, connection, inquiry, { authorizedAt, now: deps.clock.now() })
        : inquiry;
    await settle(sql, brought);
    return brought;
  });
}

async function book(
  sql: Sql,
  connection: GatewayConnection,
  inquiry: Extract<InquiryOutcome, { readonly kind: 'amounts' }>,
  { authorizedAt, now }: { readonly authorizedAt: number; readonly now: number },
): Promise<BroughtIn> {
  const { merchantId, id: connectionId } = connection;
  const { amounts, lastStatus, payId, refNr, transId } = inquiry;
  if (amounts.auth === 0 && amounts.cap === 0 && lastStatus !== 'FAILED') return { kind: 'empty' };
  const id = randomUUIDv7();
  const isNew = await insertPayment(sql, {
    id,
    merchantId,
    connectionId,
    payId,
    transId,
    refNr,
    twintOrderId: null,
    orderDesc: '',
    source: 'imported',
    requestedAmount: Math.max(amounts.auth, amounts.cap),
    createdAt: authorizedAt,
  });
  const payment = isNew ? await lockPayment(sql, [merchantId], id) : null;
  if (payment === null) return { kind: 'known' };
  await markChecked(sql, payment, now);
  const told = { ...payment, reversedOutside: 0, lapsedByInquiry: 0 };
  const hint = { authorizedAt, code: null, xid: null };
  const events = learnPayment(connection, told, inquiry, hint, authorizedAt);
  await recordEvents(sql, connection, payment, events, now);
  return { kind: 'imported', paymentId: id };
}
