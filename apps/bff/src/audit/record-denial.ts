import type { Right } from 'paygate-payments';
import type { Deps } from '../deps.ts';
import type { Person } from '../sessions/person.ts';
import { insertAudit } from './audit-store.ts';

/** Writes down, at each of the person's merchants, that they asked for what they may not do. */
export async function recordDenial(
  { clock, database, log }: Pick<Deps, 'clock' | 'database' | 'log'>,
  person: Person,
  { right, path }: { readonly right: Right; readonly path: string },
): Promise<void> {
  log.warn({ actorId: person.id, right, path }, 'denied');
  for (const { merchantId } of person.memberships) {
    await insertAudit(database.read, {
      merchantId,
      at: clock.now(),
      actorId: person.id,
      action: 'denied',
      subject: `user:${person.id}`,
      details: { right, path },
    });
  }
}
