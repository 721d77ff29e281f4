import type { Membership, Person } from './person.ts';

/** Somebody who sees these merchants and may do nothing: for work that no person asks for by themselves. */
export function readerOf(merchantIds: readonly number[]): Person {
  const memberships = merchantIds.map(
    (merchantId): Membership => ({
      merchantId,
      merchantName: '',
      role: 'auditor',
      rights: ['see'],
      refundLimit: null,
      refundDailyLimit: null,
    }),
  );
  return { id: '', email: '', name: '', secondFactor: false, memberships };
}
