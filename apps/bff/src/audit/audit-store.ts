import { randomUUIDv7 } from 'node:crypto';
import type { Sql } from '../storage/database.ts';

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

/** Appends one entry; the log is never updated. */
export async function insertAudit(sql: Sql, entry: AuditEntry): Promise<void> {
  await sql.query(
    `INSERT INTO audit_log (merchant_id, id, at, actor_id, action, subject, details)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      entry.merchantId,
      randomUUIDv7(),
      new Date(entry.at),
      entry.actorId,
      entry.action,
      entry.subject,
      JSON.stringify(entry.details),
    ],
  );
}
