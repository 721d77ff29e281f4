import { randomUUIDv7 } from 'node:crypto';
import type { Role } from 'paygate-payments';
import type { Sql } from '../storage/database.ts';
import { insertMembership, insertMerchant, insertUser } from './user-store.ts';

/** Adds a merchant and one person with a role there; answers the person's id. */
export async function addPerson(
  sql: Sql,
  {
    email,
    role,
    merchantId = 1,
    passwordHash = null,
    demo = false,
  }: {
    readonly email: string;
    readonly role: Role;
    readonly merchantId?: number;
    readonly passwordHash?: string | null;
    readonly demo?: boolean;
  },
): Promise<string> {
  const id = randomUUIDv7();
  const createdAt = new Date(0);
  await insertMerchant(sql, merchantId, `Merchant ${merchantId}`, createdAt);
  await insertUser(sql, {
    id,
    email,
    name: role,
    passwordHash,
    totpSecret: null,
    inviteHash: null,
    inviteExpiresAt: null,
    demo,
    createdAt,
  });
  await insertMembership(sql, {
    merchantId,
    email,
    role,
    refundLimit: null,
    refundDailyLimit: null,
  });
  return id;
}
