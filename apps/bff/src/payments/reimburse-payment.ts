import { TRPCError } from '@trpc/server';
import { decideReimbursement, isRefundOver, reimbursementWays } from 'paygate-payments';
import { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { readConnection } from '../connections/find-connection.ts';
import type { Deps } from '../deps.ts';
import { Refused } from '../refused.ts';
import type { Membership, Person } from '../sessions/person.ts';
import { inTransaction, type Sql } from '../storage/database.ts';
import { fieldError } from '../trpc.ts';
import { listEvents } from './event-store.ts';
import { getPayment } from './get-payment.ts';
import { lockPayment } from './lock-payment-store.ts';
import { id, note } from './operation-input.ts';
import { listOperations } from './operation-store.ts';
import { factsOf, type Payment } from './payment.ts';
import type { PaymentDetailView } from './payment-view.ts';
import { recordEvents } from './record-events.ts';
import { declinedCodes } from './reimbursement-of.ts';

/** `amount` in minor units; the same `key` never records twice. */
export const reimburseInput = z.strictObject({
  paymentId: id,
  amount: z.int().min(1).max(9_999_999_999),
  how: z.enum(reimbursementWays),
  reason: note,
  version: z.int(),
  key: id,
});
type Reimbursement = z.output<typeof reimburseInput>;

/**
 * Records that a customer got money back past the gateway, because the gateway refunds no more. Asks
 * the gateway nothing and moves no money; what is recorded can never be refunded on top.
 * @throws TRPCError NOT_FOUND; field `paymentId` while a refund is possible; Refused `stale-version`,
 * `key-reused`, or the rule's own reason.
 */
export async function reimbursePayment(
  deps: Deps,
  person: Person,
  memberships: readonly Membership[],
  wish: Reimbursement,
): Promise<PaymentDetailView> {
  const { clock, database } = deps;
  const merchantIds = memberships.map(({ merchantId }) => merchantId);
  await inTransaction(database.money, async (sql) => {
    const payment = await lockPayment(sql, merchantIds, wish.paymentId);
    if (payment === null) throw new TRPCError({ code: 'NOT_FOUND' });
    const now = clock.now();
    if (await isRecorded(sql, payment, wish)) return;
    await decide(sql, payment, wish, now);
    const connection = await readConnection(deps, sql, payment.connectionId);
    const { amount, how, reason } = wish;
    const event = { fact: factOf(wish), type: 'reimbursed', at: now, amount, how } as const;
    const source = { actorId: person.id, description: reason };
    await recordEvents(sql, connection, payment, [{ event, source }], now);
    await recordAudit(sql, {
      merchantId: payment.merchantId,
      at: now,
      actorId: person.id,
      action: 'reimbursed',
      subject: `payment:${payment.id}`,
      details: { amount, how, reason },
    });
  });
  return getPayment(deps, person, wish.paymentId);
}

function factOf({ key }: Reimbursement): string {
  return `reimbursed:${key}`;
}

/** Whether this very wish was recorded before. */
async function isRecorded(sql: Sql, payment: Payment, wish: Reimbursement): Promise<boolean> {
  const known = (await listEvents(sql, payment)).find(({ event }) => event.fact === factOf(wish));
  if (known?.event.type !== 'reimbursed') return false;
  const { amount, how } = known.event;
  if (amount !== wish.amount || how !== wish.how || known.description !== wish.reason) {
    throw new Refused('key-reused');
  }
  return true;
}

async function decide(
  sql: Sql,
  payment: Payment,
  { amount, version }: Reimbursement,
  now: number,
): Promise<void> {
  if (payment.version !== version) throw new Refused('stale-version');
  const facts = factsOf(payment);
  const declined = declinedCodes(await listOperations(sql, payment));
  if (!isRefundOver(facts, declined, now)) throw fieldError('paymentId', 'refund-still-possible');
  const decision = decideReimbursement(facts, { amount });
  if (decision.allowed) return;
  const { refusal, max, min } = decision;
  throw new Refused(refusal, {
    ...(max === undefined ? {} : { max }),
    ...(min === undefined ? {} : { min }),
  });
}
