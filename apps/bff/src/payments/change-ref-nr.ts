import { TRPCError } from '@trpc/server';
import { decideRefNrChange, foldRefNr } from 'paygate-payments';
import { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { findConnection } from '../connections/find-connection.ts';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import { changeRefNrAtGateway } from '../gateway/change-ref-nr-at-gateway.ts';
import { Refused } from '../refused.ts';
import type { Membership, Person } from '../sessions/person.ts';
import { inTransaction, type Sql } from '../storage/database.ts';
import { fieldError } from '../trpc.ts';
import { listEvents } from './event-store.ts';
import { getPayment } from './get-payment.ts';
import { lockPayment } from './lock-payment-store.ts';
import { id, note, refNr } from './operation-input.ts';
import { factsOf, type Payment } from './payment.ts';
import type { PaymentDetailView } from './payment-view.ts';
import { recordEvents } from './record-events.ts';
import { recordRefNr } from './record-ref-nr.ts';

/** `from` is the reference the person saw; the same `key` is never sent twice. */
export const changeRefNrInput = z.strictObject({
  paymentId: id,
  from: z.string().nullable(),
  to: refNr,
  reason: note,
  key: id,
});
type Change = z.output<typeof changeRefNrInput>;

/**
 * Gives a payment another reference at the gateway. It moves no money and is kept like money: the wish
 * is committed before anything is sent, it is sent once, and an answer that is not definite leaves the
 * outcome unknown until an inquiry shows which reference the gateway has.
 * @throws TRPCError NOT_FOUND; field `to` when it is the present one; Refused `stale-version`,
 * `key-reused`, `not-supported`, `step-in-flight`, `outcome-unknown`.
 */
export async function changeRefNr(
  deps: Deps,
  person: Person,
  memberships: readonly Membership[],
  wish: Change,
): Promise<PaymentDetailView> {
  const merchantIds = memberships.map(({ merchantId }) => merchantId);
  const reserved = await inTransaction(deps.database.money, (sql) =>
    reserve(deps, sql, person, merchantIds, wish),
  );
  if (reserved !== null) await send(deps, reserved, wish);
  return getPayment(deps, person, wish.paymentId);
}

type Reserved = {
  readonly connection: GatewayConnection;
  readonly payment: Payment & { readonly payId: string };
};

/** Commits to the wish; null when this very one was committed to before. */
async function reserve(
  deps: Deps,
  sql: Sql,
  person: Person,
  merchantIds: readonly number[],
  wish: Change,
): Promise<Reserved | null> {
  const payment = await lockPayment(sql, merchantIds, wish.paymentId);
  if (payment === null) throw new TRPCError({ code: 'NOT_FOUND' });
  const now = deps.clock.now();
  const stored = await listEvents(sql, payment);
  const known = stored.find(({ event }) => event.fact === factOf(wish));
  if (known?.event.type === 'ref-nr-requested') {
    const { from, to } = known.event;
    const isSame = from === wish.from && to === wish.to && known.description === wish.reason;
    if (!isSame) throw new Refused('key-reused');
    return null;
  }
  const folded = foldRefNr(stored.map(({ event }) => event));
  const bases = { known: wish.from, current: payment.refNr };
  const quiet = { now, quietMs: deps.env.quietPeriodMs };
  const decision = decideRefNrChange(factsOf(payment), folded, bases, quiet);
  if (!decision.allowed) throw new Refused(decision.refusal);
  // The same one may be sent again only where nobody knows which one the gateway has.
  if (wish.to === payment.refNr && folded.pending.length === 0) throw fieldError('to', 'same');

  const connection = await findConnection(deps, sql, { id: payment.connectionId });
  const { merchantId, payId } = payment;
  if (connection === null || payId === null) throw new Error(`payment ${payment.id} is not whole`);
  const { from, to, reason, key } = wish;
  const event = {
    fact: factOf(wish),
    type: 'ref-nr-requested',
    at: now,
    key,
    from,
    to,
  } as const;
  const source = { actorId: person.id, description: reason };
  await recordEvents(sql, connection, payment, [{ event, source }], now);
  await recordAudit(sql, {
    merchantId,
    at: now,
    actorId: person.id,
    action: 'ref-nr-requested',
    subject: `payment:${payment.id}`,
    details: { from, to, reason },
  });
  return { connection, payment: { ...payment, payId } };
}

async function send(deps: Deps, { connection, payment }: Reserved, wish: Change): Promise<void> {
  const { payId, transId } = payment;
  const { outcome, call } = await changeRefNrAtGateway(deps, connection, {
    payId,
    transId,
    refNr: wish.to,
  });
  await recordRefNr(deps, connection, payment, { key: wish.key, to: wish.to, outcome, call });
}

function factOf({ key }: Change): string {
  return `ref-nr:${key}`;
}
