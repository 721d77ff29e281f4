import { findConnection } from '../connections/find-connection.ts';
import type { Deps } from '../deps.ts';
import { announcePayment } from '../payments/announce-payment.ts';
import { firstAskMs } from '../payments/ask-schedule.ts';
import { inTransaction } from '../storage/database.ts';
import { insertAttempt } from './attempt-store.ts';
import { sealAttempt, transIdOf } from './check-wish.ts';
import type { LinkStanding } from './link.ts';
import { tellLink } from './link-mark-store.ts';
import { lockLink, selectLink } from './link-store.ts';

/** Whether a customer may be taken to the gateway with this link now. */
export function isPayable({ state, busySince }: LinkStanding): boolean {
  return ['open', 'scanned', 'abandoned'].includes(state) && busySince === null;
}

/**
 * Books an attempt to pay and answers where to take the browser; null when the link cannot be paid
 * now. Under the lock of the link there is one attempt at a time, so that two phones cannot both pay:
 * the second one is sent away until the first attempt ended, or until every notification about it is
 * overdue. Each attempt has a TransID of its own; the row is committed before the browser leaves.
 */
export async function startAttempt(
  deps: Deps,
  { merchantId, id }: Pick<LinkStanding, 'merchantId' | 'id'>,
): Promise<string | null> {
  return inTransaction(deps.database.money, async (sql) => {
    await lockLink(sql, merchantId, id);
    const now = deps.clock.now();
    const link = await selectLink(sql, [merchantId], id, now);
    if (link === null || !isPayable(link)) return null;
    const connection = await findConnection(deps, sql, { id: link.connectionId });
    if (connection === null) throw new Error(`link ${id} has no connection`);

    const number = link.attempts + 1;
    const { wish, redirectUrl } = sealAttempt(deps, connection, link, transIdOf(id, number));
    const { paymentId, isNew } = await announcePayment(sql, connection, wish, now);
    if (!isNew) throw new Error(`attempt ${number} of link ${id} is there already`);
    const attempt = { merchantId, linkId: id, number, paymentId, startedAt: now };
    await insertAttempt(sql, attempt, now + firstAskMs);
    await tellLink(sql, link);
    return redirectUrl;
  });
}
