import type { MoneyFigure } from 'paygate-payments';
import { kindsOf, type MovementKind } from './movement-kinds.ts';
import type { MovementSum } from './report-store.ts';

/** How many steps, and their minor units. */
export type Figure = { readonly count: number; readonly amount: number };
export type Figures = Readonly<Record<MoneyFigure, Figure>>;

type Sum = Pick<MovementSum, 'kind' | 'count' | 'amount'>;

/** The money figures of these sums. Net is captured less refunded: what was reimbursed went another way. */
export function figuresOf(sums: readonly Sum[]): Figures {
  const figure = (name: MoneyFigure): Figure => addUp(sums, kindsOf(name));
  const captured = figure('captured');
  const refunded = figure('refunded');
  return {
    captured,
    refunded,
    reimbursed: figure('reimbursed'),
    released: figure('released'),
    expired: figure('expired'),
    net: {
      count: captured.count + refunded.count,
      amount: captured.amount - refunded.amount,
    },
  };
}

/** The sum over some kinds. */
export function addUp(sums: readonly Sum[], kinds: readonly MovementKind[]): Figure {
  const chosen = sums.filter(({ kind }) => kinds.includes(kind));
  return {
    count: chosen.reduce((sum, { count }) => sum + count, 0),
    amount: chosen.reduce((sum, { amount }) => sum + amount, 0),
  };
}
