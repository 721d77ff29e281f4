import type { Sql } from '../storage/database.ts';
import { type AuditEntry, insertAudit } from './audit-store.ts';

/**
 * Writes one line of the audit log. Pass the `sql` of the transaction that makes the change, so
 * that neither exists without the other. `at` is milliseconds UTC; `details` hold no secret.
 */
export async function recordAudit(sql: Sql, entry: AuditEntry): Promise<void> {
  await insertAudit(sql, entry);
}
