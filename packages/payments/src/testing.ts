import { type Amounts, noAmounts } from './amounts.ts';
import type { ConnectionRules, PaymentFacts } from './payment-facts.ts';

const hour = 60 * 60 * 1000;

/** The instant (ms UTC) at which the payments made here were authorized. */
export const authorizedAt = Date.UTC(2026, 2, 2, 9, 0, 0);

/** Amounts of an authorization of 100.00, in minor units. */
export function amountsOf(overrides: Partial<Amounts> = {}): Amounts {
  return { ...noAmounts, authorized: 100_00, ...overrides };
}

/** A payment of CHF 100.00, authorized and untouched; `amounts` may be given in part. */
export function authorizedPayment(
  overrides: Partial<Omit<PaymentFacts, 'amounts'>> & { readonly amounts?: Partial<Amounts> } = {},
): PaymentFacts {
  return {
    lifecycle: 'authorized',
    currency: 'CHF',
    payId: '0123456789abcdef0123456789abcdef',
    transId: 'A-10479',
    captureBy: authorizedAt + 7 * 24 * hour,
    refundUntil: authorizedAt + 180 * 24 * hour,
    openState: null,
    inFile: false,
    creditInDoubt: 0,
    ...overrides,
    amounts: amountsOf(overrides.amounts),
  };
}

/** A contract that permits everything, from 1.00 upward. */
export function connectionRules(overrides: Partial<ConnectionRules> = {}): ConnectionRules {
  return { severalCaptures: 'yes', partialReversal: 'yes', minimum: 1_00, ...overrides };
}
