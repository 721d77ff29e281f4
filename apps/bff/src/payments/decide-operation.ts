import { TRPCError } from '@trpc/server';
import { type Decision, decideCapture, decideCredit, decideReversal } from 'paygate-payments';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import { type RefusalDetails, Refused } from '../refused.ts';
import type { Membership } from '../sessions/person.ts';
import type { Sql } from '../storage/database.ts';
import type { CaptureInput, CreditInput, ReverseInput } from './operation-input.ts';
import { factsOf, type Payment, rulesOf } from './payment.ts';
import { sumRefunds } from './refund-limit-store.ts';

/** What a person wants to do to a payment. */
export type Wish =
  | ({ readonly kind: 'capture' } & CaptureInput)
  | ({ readonly kind: 'reversal' } & ReverseInput)
  | ({ readonly kind: 'credit' } & CreditInput);

type Situation = {
  readonly payment: Payment;
  readonly connection: GatewayConnection;
  readonly membership: Membership;
  readonly personId: string;
  readonly now: number;
};

const rightFor = { capture: 'capture', reversal: 'reverse', credit: 'refund' } as const;

/**
 * Asks right, rule, limit and version about a wish, under the lock of its payment, and says how much
 * moves and how much a capture gives up (minor units). An open step is named before a stale version:
 * it is what the person needs to know.
 */
export async function decideOperation(
  sql: Sql,
  situation: Situation,
  wish: Wish,
): Promise<{ readonly amount: number; readonly closes: number }> {
  const { payment, connection, membership } = situation;
  if (!membership.rights.includes(rightFor[wish.kind])) {
    throw new TRPCError({ code: 'FORBIDDEN', message: rightFor[wish.kind] });
  }
  const stale = wish.version !== undefined && wish.version !== payment.version;
  if (stale && payment.openState === null) throw new Refused('stale-version');

  const facts = factsOf(payment);
  const rules = rulesOf(connection);
  switch (wish.kind) {
    case 'capture': {
      const { closes } = allowedOrThrow(decideCapture(facts, rules, wish));
      return { amount: wish.amount, closes };
    }
    case 'reversal': {
      const { amount } = allowedOrThrow(decideReversal(facts, rules, wish));
      return { amount, closes: 0 };
    }
    case 'credit': {
      const refunded = await sumRefunds(sql, payment, situation.personId, situation.now);
      const limits = {
        perPayment: membership.refundLimit,
        perDay: membership.refundDailyLimit,
        ...refunded,
      };
      allowedOrThrow(decideCredit(facts, rules, wish, limits));
      return { amount: wish.amount, closes: 0 };
    }
  }
}

function allowedOrThrow<T>(decision: Decision<T>): { readonly allowed: true } & T {
  if (decision.allowed) return decision;
  const { allowed: _allowed, refusal, ...figures } = decision;
  const details: RefusalDetails = figures;
  throw new Refused(refusal, details);
}
