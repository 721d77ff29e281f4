import { TRPCError } from '@trpc/server';
import type { Person } from '../sessions/person.ts';
import type { Sql } from '../storage/database.ts';
import type { Payment } from './payment.ts';
import { findPayment } from './payment-store.ts';

/** The merchants whose payments a person may see. */
export function visibleMerchants({ memberships }: Person): readonly number[] {
  return memberships
    .filter(({ rights }) => rights.includes('see'))
    .map(({ merchantId }) => merchantId);
}

/** @throws TRPCError NOT_FOUND, for another merchant's payment just as for none. */
export async function findVisiblePayment(
  sql: Sql,
  person: Person,
  paymentId: string,
): Promise<Payment> {
  const payment = await findPayment(sql, visibleMerchants(person), paymentId);
  if (payment === null) throw new TRPCError({ code: 'NOT_FOUND' });
  return payment;
}
