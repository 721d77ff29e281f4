import type { Sql } from '../storage/database.ts';
import { canonicalJson, hashAudit } from './audit-hash.ts';
import { appendLines, lockHead, type StoredLine } from './audit-store.ts';
import type { AuditEntry } from './record-audit.ts';

/** Lines of one statement; no more are held ready at a time. */
const PAGE = 500;

/**
 * Appends many lines of one merchant in their order, at the end of a large transaction. The same
 * promises as `recordAudit`, and the same duty: call it last.
 */
export async function recordAudits(
  sql: Sql,
  merchantId: number,
  entries: readonly Omit<AuditEntry, 'merchantId'>[],
): Promise<void> {
  if (entries.length === 0) return;
  let { seq, hash } = await lockHead(sql, merchantId);
  for (let from = 0; from < entries.length; from += PAGE) {
    const lines = entries.slice(from, from + PAGE).map((entry): StoredLine => {
      seq += 1;
      const at = Math.trunc(entry.at);
      const details = canonicalJson(entry.details);
      const line = { ...entry, merchantId, seq, at, details, prevHash: hash };
      hash = hashAudit(line);
      return { ...line, hash };
    });
    await appendLines(sql, lines);
  }
}
