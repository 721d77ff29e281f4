import type { Deps } from '../deps.ts';
import type { Membership, Person } from '../sessions/person.ts';
import { inTransaction } from '../storage/database.ts';
import { recordAudit } from './record-audit.ts';
import { verifyAudit } from './verify-audit.ts';

/**
 * Computes the chains of these merchants anew, says how far each is as it was written, and writes
 * that down in turn. Without an anchor kept elsewhere it cannot tell a log that was written anew as a
 * whole; the command can.
 */
export async function verifyOwnAudit(
  deps: Deps,
  { id: actorId }: Person,
  memberships: readonly Membership[],
) {
  const ids = memberships.map(({ merchantId }) => merchantId);
  const reports = await verifyAudit(deps, [], ids);
  await inTransaction(deps.database.read, async (sql) => {
    for (const { merchantId, lines, fault } of reports) {
      await recordAudit(sql, {
        merchantId,
        at: deps.clock.now(),
        actorId,
        action: 'audit-verified',
        subject: `merchant:${merchantId}`,
        details: { lines, fault: fault?.seq ?? null, what: fault?.what },
      });
    }
  });
  return reports.map((report) => ({
    ...report,
    merchantName:
      memberships.find(({ merchantId }) => merchantId === report.merchantId)?.merchantName ?? '',
  }));
}
