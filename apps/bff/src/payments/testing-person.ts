import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { type Role, rightsOf } from 'paygate-payments';
import type { Person } from '../sessions/person.ts';
import type { Desk } from './testing.ts';

/** A person with one role at merchant 1. Limits are minor units. */
export async function addPerson(
  { deps }: Pick<Desk, 'deps'>,
  role: Role,
  limits: { readonly perPayment?: number; readonly perDay?: number } = {},
): Promise<Person> {
  const id = randomUUIDv7();
  const email = `${randomUUID()}@desk.example`;
  const { perPayment = null, perDay = null } = limits;
  const { money } = deps.database;
  await money.query(`INSERT INTO users (id, email, name, created_at) VALUES ($1, $2, $3, now())`, [
    id,
    email,
    role,
  ]);
  await money.query(
    `INSERT INTO memberships (merchant_id, user_id, role, refund_limit, refund_daily_limit)
     VALUES (1, $1, $2, $3, $4)`,
    [id, role, perPayment, perDay],
  );
  return {
    id,
    email,
    name: role,
    secondFactor: false,
    memberships: [
      {
        merchantId: 1,
        merchantName: 'Alpenglück',
        role,
        rights: rightsOf(role),
        refundLimit: perPayment,
        refundDailyLimit: perDay,
      },
    ],
  };
}
