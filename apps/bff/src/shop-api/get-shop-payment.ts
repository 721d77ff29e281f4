import { findConnection } from '../connections/find-connection.ts';
import type { Deps } from '../deps.ts';
import { findByName, type PaymentName } from '../payments/find-by-name.ts';
import { answerShopPayment } from './answer-shop-payment.ts';
import type { ShopKey } from './key-store.ts';
import type { ShopPaymentAnswer } from './shop-payment.ts';
import { hurryAsked, selectAsked } from './shop-payment-store.ts';
import { ShopProblem } from './shop-problem.ts';

/** How often a shop that asks makes us ask the gateway about one payment, at most. */
const ASK_EVERY_MS = 30_000;

/** What no payment can be called is not even looked for. */
function isName(name: PaymentName): boolean {
  return 'transId' in name
    ? /^[A-Za-z0-9_-]{1,50}$/.test(name.transId)
    : /^[A-Za-z0-9]{32}$/.test(name.payId);
}

/**
 * A payment that was created through this API, by either of its names. While nobody knows how it went,
 * asking for it has the gateway asked.
 * @throws ShopProblem `no-such-payment`, for another connection's just as for none.
 */
export async function getShopPayment(
  deps: Deps,
  key: ShopKey,
  name: PaymentName,
): Promise<ShopPaymentAnswer> {
  if (!isName(name)) throw new ShopProblem('no-such-payment');
  const sql = deps.database.read;
  const payment = await findByName(sql, key.connectionId, name);
  const asked = payment && (await selectAsked(sql, payment));
  const connection = asked && (await findConnection(deps, sql, { id: key.connectionId }));
  if (!payment || !asked || !connection) throw new ShopProblem('no-such-payment');
  if (payment.lifecycle === 'awaiting' || payment.lifecycle === 'processing') {
    const now = deps.clock.now();
    await hurryAsked(sql, asked, { now, notSince: now - ASK_EVERY_MS });
  }
  return answerShopPayment(deps, connection, { payment, asked });
}
