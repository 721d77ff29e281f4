import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { readConnection } from '../connections/find-connection.ts';
import type { Deps } from '../deps.ts';
import { Refused } from '../refused.ts';
import type { Membership, Person } from '../sessions/person.ts';
import { inTransaction } from '../storage/database.ts';
import { lockPayment } from './lock-payment-store.ts';
import { id } from './operation-input.ts';
import { findPayment } from './payment-store.ts';
import type { PaymentView } from './payment-view.ts';
import { createPresenter } from './present-payment.ts';
import { recordEvents } from './record-events.ts';
import { refreshPayment } from './refresh-payment.ts';

/** `version` is the one whose figures the person looked at. */
export const acceptFiguresInput = z.strictObject({
  paymentId: id,
  version: z.int(),
  reason: z.string().trim().min(1).max(500),
});
type Acceptance = z.output<typeof acceptFiguresInput>;

/**
 * Lets money move again on a payment whose figures were in doubt, because a person looked and took
 * them for true. The gateway is asked before; nothing is sent and no figure is changed.
 * @throws TRPCError NOT_FOUND; Refused `gateway-unreachable`, or `stale-version` when the figures are
 * not the ones the person saw, or no longer in doubt.
 */
export async function acceptFigures(
  deps: Deps,
  person: Person,
  memberships: readonly Membership[],
  { paymentId, version, reason }: Acceptance,
): Promise<PaymentView> {
  const sql = deps.database.money;
  const merchantIds = memberships.map(({ merchantId }) => merchantId);
  const seen = await findPayment(sql, merchantIds, paymentId);
  if (seen === null) throw new TRPCError({ code: 'NOT_FOUND' });
  const connection = await readConnection(deps, sql, seen.connectionId);
  const answer = await refreshPayment(deps, connection, seen);
  if (answer !== 'amounts') throw new Refused('gateway-unreachable');

  const now = deps.clock.now();
  const accepted = await inTransaction(sql, async (locked) => {
    const payment = await lockPayment(locked, merchantIds, paymentId);
    if (payment === null) throw new TRPCError({ code: 'NOT_FOUND' });
    if (payment.version !== version || payment.doubt === null) throw new Refused('stale-version');
    if (payment.openState !== null) throw new Refused('step-in-flight');
    const fact = `figures-accepted:${payment.version}`;
    const event = { fact, type: 'figures-accepted', at: now } as const;
    const source = { actorId: person.id, description: reason };
    const recorded = await recordEvents(locked, connection, payment, [{ event, source }], now);
    await recordAudit(locked, {
      merchantId: payment.merchantId,
      at: now,
      actorId: person.id,
      action: 'figures-accepted',
      subject: `payment:${paymentId}`,
      details: { doubt: payment.doubt, reason, ...payment.amounts },
    });
    return recorded;
  });
  const present = await createPresenter(deps, sql, person);
  return present(accepted);
}
