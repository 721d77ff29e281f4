import type { Sql } from '../storage/database.ts';
import { canonicalJson, hashAudit } from './audit-hash.ts';
import { appendLine, lockHead } from './audit-store.ts';

export type AuditEntry = {
  readonly merchantId: number;
  /** Milliseconds since the epoch, UTC. */
  readonly at: number;
  /** The person, or null where the system acted. */
  readonly actorId: string | null;
  /** What happened, kebab-case: `signed-in`, `capture-requested`. */
  readonly action: string;
  /** What it happened to: `payment:<id>`, `user:<id>`. */
  readonly subject: string;
  readonly details: Readonly<Record<string, unknown>>;
};

/**
 * Appends one line to the merchant's chain. Pass the `sql` of the transaction that makes the change,
 * so that neither exists without the other; `details` hold no secret.
 *
 * Whoever else writes a line for this merchant waits until that transaction ends. So call it last,
 * never before a network call, and for several merchants in the order of their ids.
 */
export async function recordAudit(sql: Sql, entry: AuditEntry): Promise<void> {
  const { seq, hash: prevHash } = await lockHead(sql, entry.merchantId);
  const line = {
    ...entry,
    seq: seq + 1,
    at: Math.trunc(entry.at),
    details: canonicalJson(entry.details),
    prevHash,
  };
  await appendLine(sql, { ...line, hash: hashAudit(line) });
}
