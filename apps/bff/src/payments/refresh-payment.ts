import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import type { InquiryOutcome } from '../gateway/gateway-outcome.ts';
import { inquireGateway } from '../gateway/inquire-gateway.ts';
import { inTransaction } from '../storage/database.ts';
import { type Hint, learnPayment } from './learn-payment.ts';
import { learnPayId, markChecked } from './learn-payment-store.ts';
import { lockPayment } from './lock-payment-store.ts';
import type { Payment } from './payment.ts';
import { findPayment } from './payment-store.ts';
import { recordEvents } from './record-events.ts';
import { settleRefNr } from './settle-ref-nr.ts';
import { toldPayment } from './told-payment.ts';

const TRIES = 3;

/**
 * Inquires about a payment and records what happened to it without us. What was asked about an older
 * version says nothing about the present one, so then it is asked again. A payment with an operation
 * in doubt is left to the resolver: its change and a foreign one could not be told apart.
 */
export async function refreshPayment(
  deps: Deps,
  connection: GatewayConnection,
  payment: Payment,
  hint: Partial<Hint> = {},
): Promise<InquiryOutcome['kind']> {
  let current = payment;
  for (let attempt = 1; ; attempt += 1) {
    const askedAt = deps.clock.now();
    const inquiry = await inquireGateway(deps, connection, current);
    if (inquiry.kind !== 'amounts') return inquiry.kind;
    const applied = await apply(deps, connection, current, { ...inquiry, askedAt }, hint);
    if (applied || attempt === TRIES) return inquiry.kind;
    current = (await findPayment(deps.database.money, [current.merchantId], current.id)) ?? current;
  }
}

type Answer = Extract<InquiryOutcome, { readonly kind: 'amounts' }> & { readonly askedAt: number };

async function apply(
  deps: Deps,
  connection: GatewayConnection,
  asked: Payment,
  inquiry: Answer,
  hint: Partial<Hint>,
): Promise<boolean> {
  return inTransaction(deps.database.money, async (sql) => {
    const found = await lockPayment(sql, [asked.merchantId], asked.id);
    if (found === null || found.version !== asked.version) return found === null;
    const now = deps.clock.now();
    const quietMs = deps.env.quietPeriodMs;
    const payment = await settleRefNr(sql, connection, found, { ...inquiry, quietMs }, now);
    if (payment.payId === null) await learnPayId(sql, payment, inquiry.payId);
    await markChecked(sql, payment, now);
    if (payment.openState !== null) return true;

    const known = { authorizedAt: payment.createdAt, code: null, xid: null, ...hint };
    const told = await toldPayment(sql, payment);
    const events = learnPayment(connection, told, inquiry, known, now);
    const learnedId = payment.payId === null;
    if (events.length > 0 || learnedId) await recordEvents(sql, connection, payment, events, now);
    return true;
  });
}
