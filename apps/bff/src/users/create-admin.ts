import { randomUUIDv7 } from 'node:crypto';
import { recordAudit } from '../audit/record-audit.ts';
import type { Deps } from '../deps.ts';
import { StartError } from '../start-error.ts';
import { inTransaction } from '../storage/database.ts';
import { makeInvite } from './make-invite.ts';
import {
  anyoneExists,
  deleteLapsedInvites,
  insertMembership,
  insertMerchant,
  insertUser,
  lockUsers,
  nextMerchantId,
} from './user-store.ts';

export type CreateAdminCommand = {
  readonly email: string;
  readonly name: string;
  readonly merchantName: string;
};

/**
 * Invites the first person, as admin of a first merchant, and answers the token of the one-time link
 * (24 hours). Only while nobody exists: afterwards whoever can run a command on this machine could
 * let themselves in. Throws a StartError then.
 */
export async function createAdmin(
  { clock, database, secrets }: Pick<Deps, 'clock' | 'database' | 'secrets'>,
  command: CreateAdminCommand,
): Promise<string> {
  const wall = clock.wall();
  const now = new Date(wall);
  const id = randomUUIDv7();
  const { token, ...invite } = makeInvite(secrets, id, wall);
  const email = command.email.trim().toLowerCase();
  await inTransaction(database.read, async (sql) => {
    await lockUsers(sql);
    await deleteLapsedInvites(sql, now);
    if (await anyoneExists(sql)) {
      throw new StartError(
        'There is an account already. admin:create makes the first one only. ' +
          'If its link was lost, a new one can be made 24 hours after the first.',
      );
    }
    const merchantId = await nextMerchantId(sql);
    await insertMerchant(sql, merchantId, command.merchantName, now);
    const isNew = await insertUser(sql, {
      ...invite,
      id,
      email,
      name: command.name,
      passwordHash: null,
      demo: false,
      createdAt: now,
    });
    if (!isNew) throw new StartError('This address belongs to somebody of the demo. Use another.');
    await insertMembership(sql, {
      merchantId,
      email,
      role: 'admin',
      refundLimit: null,
      refundDailyLimit: null,
    });
    await recordAudit(sql, {
      merchantId,
      at: wall,
      actorId: null,
      action: 'admin-invited',
      subject: `user:${id}`,
      details: {},
    });
  });
  return token;
}
