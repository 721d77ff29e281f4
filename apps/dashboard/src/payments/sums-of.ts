import type { Payment } from './payment.ts';

export const sumNames = ['authorized', 'captured', 'refunded', 'remaining'] as const;
export type Sums = { readonly currency: string } & Readonly<
  Record<(typeof sumNames)[number], number>
>;

/** One line of sums per currency; currencies are never mixed. */
export function sumsOf(payments: readonly Payment[]): readonly Sums[] {
  const currencies = [...new Set(payments.map(({ currency }) => currency))].toSorted((a, b) =>
    a.localeCompare(b),
  );
  return currencies.map((currency) => {
    const same = payments.filter((payment) => payment.currency === currency);
    const sum = (name: (typeof sumNames)[number]) =>
      same.reduce((total, payment) => total + payment[name], 0);
    return {
      currency,
      authorized: sum('authorized'),
      captured: sum('captured'),
      refunded: sum('refunded'),
      remaining: sum('remaining'),
    };
  });
}
