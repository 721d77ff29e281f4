import { processCallbacks } from '../callbacks/callback-worker.ts';
import type { Deps } from '../deps.ts';
import { capturePayment } from '../payments/capture-payment.ts';
import { creditPayment } from '../payments/credit-payment.ts';
import type { Wish } from '../payments/decide-operation.ts';
import { resolveDueOperations } from '../payments/resolver.ts';
import { reversePayment } from '../payments/reverse-payment.ts';
import type { Person } from '../sessions/person.ts';

/** What the torture does to the house. A seeded bug brings its own in place of one of these. */
export type MoneyPath = {
  readonly run: (
    deps: Deps,
    person: Person,
    wish: Wish,
  ) => Promise<{ readonly operation: { readonly id: string; readonly state: string } }>;
  readonly resolve: (deps: Deps) => Promise<boolean>;
  readonly followCallbacks: (deps: Deps) => Promise<boolean>;
};

/** The money path of the product, nothing else. */
export const realMoneyPath: MoneyPath = {
  run: (deps, person, wish) => {
    const { kind, ...input } = wish;
    switch (kind) {
      case 'capture':
        return capturePayment(deps, person, input as Extract<Wish, { kind: 'capture' }>);
      case 'reversal':
        return reversePayment(deps, person, input as Extract<Wish, { kind: 'reversal' }>);
      case 'credit':
        return creditPayment(deps, person, input as Extract<Wish, { kind: 'credit' }>);
    }
  },
  resolve: resolveDueOperations,
  followCallbacks: processCallbacks,
};
