import { type Payment, sortValueOf } from './payment.ts';
import type { PaymentSearch } from './payment-search.ts';

/** Payments as the list of a search would show them; those without a deadline come last. */
export function inListOrder(
  payments: readonly Payment[],
  { sort, order }: Pick<PaymentSearch, 'sort' | 'order'>,
): readonly Payment[] {
  const last = order === 'asc' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const keyOf = (payment: Payment) => sortValueOf(payment, sort) ?? last;
  const sign = order === 'asc' ? 1 : -1;
  return payments.toSorted((a, b) => {
    const [first, second] = [keyOf(a), keyOf(b)];
    if (first === second) return sign * a.id.localeCompare(b.id);
    return first < second ? -sign : sign;
  });
}
