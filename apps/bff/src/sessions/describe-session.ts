import { allRights, allRoles } from 'paygate-payments';
import { z } from 'zod';
import { listConnectionNames } from '../connections/list-connection-names.ts';
import { isDemoFilling } from '../demo/is-demo-filling.ts';
import type { Deps } from '../deps.ts';
import { demoAccounts } from '../users/demo-accounts.ts';
import type { Person } from './person.ts';

const limit = z.int().nullable();

/** What the browser knows of its session. Limits are minor units, `now` is business time in milliseconds. */
export const sessionView = z.object({
  demo: z.boolean(),
  /** Its payments are still being made; until then the business clock runs through the past. */
  demoIsFilling: z.boolean(),
  demoAccounts: z.array(z.string()),
  person: z
    .object({
      email: z.string(),
      name: z.string(),
      secondFactor: z.boolean(),
      memberships: z.array(
        z.object({
          merchantId: z.int(),
          merchantName: z.string(),
          role: z.enum(allRoles),
          rights: z.array(z.enum(allRights)),
          refundLimit: limit,
          refundDailyLimit: limit,
        }),
      ),
      connections: z.array(z.object({ slug: z.string(), label: z.string(), merchantId: z.int() })),
    })
    .nullable(),
  now: z.int(),
});
export type SessionView = z.infer<typeof sessionView>;

/** Who is signed in, what they may do where, and what time it is in business. */
export async function describeSession(
  { clock, database, env }: Deps,
  person: Person | null,
): Promise<SessionView> {
  const merchantIds = person?.memberships.map(({ merchantId }) => merchantId) ?? [];
  return {
    demo: env.demo,
    demoIsFilling: await isDemoFilling({ database, env }),
    demoAccounts: env.demo ? demoAccounts.map(({ email }) => email) : [],
    person:
      person === null
        ? null
        : {
            email: person.email,
            name: person.name,
            secondFactor: person.secondFactor,
            memberships: person.memberships.map((membership) => ({
              ...membership,
              rights: [...membership.rights],
            })),
            connections: await listConnectionNames(database.read, merchantIds),
          },
    now: clock.now(),
  };
}
