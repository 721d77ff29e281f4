import { findConnection } from '../connections/find-connection.ts';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import { announcePayment } from '../payments/announce-payment.ts';
import { firstAskMs } from '../payments/ask-schedule.ts';
import { findByName } from '../payments/find-by-name.ts';
import { inTransaction } from '../storage/database.ts';
import { answerShopPayment, type KnownPayment } from './answer-shop-payment.ts';
import { checkShopWish, wishOf } from './check-shop-wish.ts';
import { differences } from './differences.ts';
import type { ShopKey } from './key-store.ts';
import type { ShopPaymentAnswer, ShopPaymentRequest } from './shop-payment.ts';
import { insertAsked, selectAsked } from './shop-payment-store.ts';
import { ShopProblem } from './shop-problem.ts';
import { essenceOf } from './show-shop-payment.ts';
import { selectWebhook } from './webhook-store.ts';

type Created = { readonly isNew: boolean; readonly answer: ShopPaymentAnswer };

/** A payment that nothing has happened to yet. */
const untouched = essenceOf({
  status: 'awaiting',
  amounts: { authorized: 0, captured: 0, refunded: 0, reversed: 0, closed: 0 },
});

/**
 * Creates a payment for a shop, once per TransID however often, and from however many sides at once,
 * it is asked for: the unique TransID of the connection decides, and everything is one transaction.
 * Nothing is asked of the gateway; the customer's browser is the first to go there.
 * @throws ShopProblem `invalid-request`, `trans-id-reused`, `trans-id-taken`.
 */
export async function createShopPayment(
  deps: Deps,
  key: ShopKey,
  asked: ShopPaymentRequest,
  origin: string,
): Promise<Created> {
  const sql = deps.database.read;
  const connection = await findConnection(deps, sql, { id: key.connectionId });
  if (connection === null) throw new Error(`key ${key.prefix} has no connection`);
  const earlier = await findAsked(deps, connection, asked.transId);
  if (earlier !== null)
    return { isNew: false, answer: answerAgain(deps, connection, earlier, asked) };

  const webhook = await selectWebhook(sql, key);
  const hasSecret = webhook?.secret != null;
  const terms = checkShopWish(deps, connection, asked, { origin, hasSecret });
  const now = deps.clock.now();
  const isNew = await inTransaction(sql, async (own) => {
    const wish = wishOf(connection, asked, terms);
    const announced = await announcePayment(own, connection, wish, now, 'api');
    if (!announced.isNew) return false;
    const { merchantId, connectionId, id: keyId } = key;
    const { paymentId } = announced;
    const booked = { ...terms, merchantId, connectionId, keyId, paymentId, asked };
    await insertAsked(own, { ...booked, told: untouched, startedAt: now }, now + firstAskMs);
    return true;
  });
  // Also of twins that came at once, one was first; the others compare themselves with it.
  const known = await findAsked(deps, connection, asked.transId);
  if (known === null) throw new Error(`payment ${asked.transId} vanished`);
  return { isNew, answer: answerAgain(deps, connection, known, asked) };
}

/** @throws ShopProblem `trans-id-taken` for a payment that no shop asked for here. */
async function findAsked(
  { database }: Pick<Deps, 'database'>,
  { id }: GatewayConnection,
  transId: string,
): Promise<KnownPayment | null> {
  const payment = await findByName(database.read, id, { transId });
  if (payment === null) return null;
  const asked = await selectAsked(database.read, payment);
  if (asked === null) throw new ShopProblem('trans-id-taken');
  return { payment, asked };
}

function answerAgain(
  deps: Deps,
  connection: GatewayConnection,
  known: KnownPayment,
  asked: ShopPaymentRequest,
): ShopPaymentAnswer {
  const errors = differences(known.asked.asked, asked);
  if (errors.length > 0) throw new ShopProblem('trans-id-reused', errors);
  return answerShopPayment(deps, connection, known);
}
