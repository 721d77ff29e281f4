import type { Right } from 'paygate-payments';
import type { Deps } from '../deps.ts';
import type { Person } from '../sessions/person.ts';
import { inTransaction } from '../storage/database.ts';
import { createFloodGate } from './flood-gate.ts';
import { recordAudit } from './record-audit.ts';

const gate = createFloodGate(10, 60_000);

/**
 * Writes down, at each of the person's merchants, that they asked for what they may not do. Of many
 * equal denials in a minute ten are written; the server's own log has all of them.
 */
export async function recordDenial(
  { clock, database, log }: Pick<Deps, 'clock' | 'database' | 'log'>,
  person: Person,
  { right, path }: { readonly right: Right; readonly path: string },
): Promise<void> {
  log.warn({ actorId: person.id, right, path }, 'denied');
  const passed = gate(`${person.id} ${path}`, clock.wall());
  if (passed === null) return;
  for (const { merchantId } of person.memberships) {
    const details = { right, path, omitted: passed.omitted || undefined };
    await inTransaction(database.read, (sql) =>
      recordAudit(sql, {
        merchantId,
        at: clock.now(),
        actorId: person.id,
        action: 'denied',
        subject: `user:${person.id}`,
        details,
      }),
    );
  }
}
