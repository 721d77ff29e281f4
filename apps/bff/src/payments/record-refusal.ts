import { TRPCError } from '@trpc/server';
import { createFloodGate } from '../audit/flood-gate.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Deps } from '../deps.ts';
import { Refused } from '../refused.ts';
import type { Person } from '../sessions/person.ts';
import { inTransaction } from '../storage/database.ts';
import type { Wish } from './decide-operation.ts';
import { visibleMerchants } from './find-visible-payment.ts';
import { findPayment } from './payment-store.ts';

const gate = createFloodGate(10, 60_000);

/**
 * Writes down that somebody wanted to move money and our rules said no: the transaction that found
 * out was rolled back, so it takes one of its own. Any other error leaves no line. Of many equal
 * refusals in a minute ten are written.
 */
export async function recordRefusal(
  { clock, database }: Pick<Deps, 'clock' | 'database'>,
  person: Person,
  wish: Wish,
  error: unknown,
): Promise<void> {
  const told = tellRefusal(wish, error);
  if (told === null) return;
  const { action, details } = told;
  const payment = await findPayment(database.money, visibleMerchants(person), wish.paymentId);
  if (payment === null) return;
  const passed = gate(`${person.id} ${payment.id} ${JSON.stringify(told)}`, clock.wall());
  if (passed === null) return;
  await inTransaction(database.money, (sql) =>
    recordAudit(sql, {
      merchantId: payment.merchantId,
      at: clock.now(),
      actorId: person.id,
      action,
      subject: `payment:${payment.id}`,
      details: { ...details, amount: wish.amount, omitted: passed.omitted || undefined },
    }),
  );
}

function tellRefusal(wish: Wish, error: unknown) {
  if (error instanceof Refused) {
    const { refusal, details } = error;
    return { action: `${wish.kind}-refused`, details: { refusal, ...details } };
  }
  if (error instanceof TRPCError && error.code === 'FORBIDDEN') {
    return { action: 'denied', details: { right: error.message, kind: wish.kind } };
  }
  return null;
}
