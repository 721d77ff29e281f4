import { randomUUIDv7 } from 'node:crypto';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import type { InquiryOutcome } from '../gateway/gateway-outcome.ts';
import { inquireGateway } from '../gateway/inquire-gateway.ts';
import { inTransaction } from '../storage/database.ts';
import { makeDue } from './due-operation-store.ts';
import { type Hint, learnPayment } from './learn-payment.ts';
import { learnTwintOrder, markChecked } from './learn-payment-store.ts';
import { lockPayment } from './lock-payment-store.ts';
import type { Payment } from './payment.ts';
import { findPaymentByWireIds, insertPayment } from './payment-store.ts';
import { recordEvents } from './record-events.ts';
import { refreshPayment } from './refresh-payment.ts';

/**
 * What an authentic callback named. `firstReceivedAt`: the first one about this payment, ms UTC. The
 * MAC does not cover `xid`, `refNr`, `userData` and `twintOrderId`: they are shown and decide nothing.
 */
export type CallbackNews = {
  readonly payId: string;
  readonly transId: string;
  readonly code: string;
  readonly xid: string | null;
  readonly refNr: string | null;
  readonly userData: string | null;
  readonly twintOrderId: string | null;
  readonly firstReceivedAt: number;
};

export type Followed =
  | 'recorded'
  | 'woke-operation'
  | 'trans-id-taken'
  | Exclude<InquiryOutcome['kind'], 'amounts'>;

/**
 * Follows up an authentic callback by asking the gateway; the callback itself is never believed. A
 * payment with an operation in doubt has that operation asked about at once; a payment nobody here
 * knows is created from what the inquiry tells.
 */
export async function followCallback(
  deps: Deps,
  connection: GatewayConnection,
  news: CallbackNews,
): Promise<Followed> {
  const sql = deps.database.money;
  const payment = await findPaymentByWireIds(sql, connection.id, news);
  if (payment === null) return discoverPayment(deps, connection, news);
  if (payment.transId !== news.transId || (payment.payId ?? news.payId) !== news.payId) {
    return 'trans-id-taken';
  }
  if (news.twintOrderId !== null && payment.twintOrderId === null) {
    await learnTwintOrder(sql, payment, news.twintOrderId);
  }
  if (payment.openState === 'sending' || payment.openState === 'unknown') {
    await makeDue(sql, payment, deps.clock.now());
    return 'woke-operation';
  }
  const kind = await refreshPayment(deps, connection, payment, hintOf(connection, news, payment));
  return kind === 'amounts' ? 'recorded' : kind;
}

async function discoverPayment(
  deps: Deps,
  connection: GatewayConnection,
  news: CallbackNews,
): Promise<Followed> {
  const { payId, transId, firstReceivedAt } = news;
  const inquiry = await inquireGateway(deps, connection, { payId, transId });
  if (inquiry.kind !== 'amounts') return inquiry.kind;

  const { merchantId, id: connectionId } = connection;
  const id = randomUUIDv7();
  const { auth, cap } = inquiry.amounts;
  await inTransaction(deps.database.money, async (sql) => {
    const isNew = await insertPayment(sql, {
      id,
      merchantId,
      connectionId,
      payId,
      transId,
      refNr: news.refNr ?? inquiry.refNr,
      twintOrderId: news.twintOrderId,
      // The order's text never comes back; what the shop sent along is the nearest thing to it.
      orderDesc: news.userData ?? '',
      source: 'shop',
      requestedAmount: Math.max(auth, cap),
      createdAt: firstReceivedAt,
    });
    // Another callback about it came first: it recorded what there is.
    const payment = isNew ? await lockPayment(sql, [merchantId], id) : null;
    if (payment === null) return;
    const now = deps.clock.now();
    await markChecked(sql, payment, now);
    const hint = hintOf(connection, news, payment);
    const told = { ...payment, reversedOutside: 0, lapsedByInquiry: 0 };
    const events = learnPayment(connection, told, inquiry, hint, now);
    await recordEvents(sql, connection, payment, events, now);
  });
  return 'recorded';
}

/** A payment that we asked for was authorized after that; any other up to the longest delay earlier. */
function hintOf(
  { notifyDelayMs }: GatewayConnection,
  { code, xid, firstReceivedAt }: CallbackNews,
  { source, createdAt }: Payment,
): Hint {
  const isOurs = source === 'desk' || source === 'api';
  const authorizedAt = isOurs ? createdAt : firstReceivedAt - notifyDelayMs;
  return { authorizedAt, code, xid };
}
