import { randomUUIDv7 } from 'node:crypto';
import { ensureDemoConnections } from '../connections/ensure-demo-connections.ts';
import type { Deps } from '../deps.ts';
import { hashPassword } from '../sessions/password.ts';
import { StartError } from '../start-error.ts';
import { inTransaction } from '../storage/database.ts';
import { DEMO_PASSWORD, demoAccounts } from './demo-accounts.ts';
import {
  anyoneExists,
  insertMembership,
  insertMerchant,
  insertUser,
  lockUsers,
  selectMissing,
} from './user-store.ts';

const DEMO_MERCHANT = 1;
/** Belongs to nobody who can sign in: proves that merchants cannot see each other. */
const OTHER_MERCHANT = 2;

/**
 * Makes the demo merchants, accounts and connections where they are missing. Refuses a database
 * with real people in it, since the demo password is public.
 */
export async function ensureDemo(deps: Deps): Promise<void> {
  const { clock, database } = deps;
  const at = new Date(clock.wall());
  await inTransaction(database.read, async (sql) => {
    await lockUsers(sql);
    if (await anyoneExists(sql)) {
      throw new StartError(
        'This database has accounts of real people, and the demo password is public. ' +
          'Set DEMO=off, or set DATA_DIR or DATABASE_URL to another database.',
      );
    }
    await insertMerchant(sql, DEMO_MERCHANT, 'Alpenladen AG', at);
    await insertMerchant(sql, OTHER_MERCHANT, 'Seeladen GmbH', at);
    const missing = await selectMissing(
      sql,
      demoAccounts.map(({ email }) => email),
    );
    const passwordHash = missing.length === 0 ? null : await hashPassword(DEMO_PASSWORD);
    for (const account of demoAccounts.filter(({ email }) => missing.includes(email))) {
      await insertUser(sql, {
        id: randomUUIDv7(),
        email: account.email,
        name: account.name,
        passwordHash,
        totpSecret: null,
        inviteHash: null,
        inviteExpiresAt: null,
        demo: true,
        createdAt: at,
      });
      await insertMembership(sql, { ...account, merchantId: DEMO_MERCHANT });
    }
    await ensureDemoConnections(deps, sql, { demo: DEMO_MERCHANT, other: OTHER_MERCHANT });
  });
}
