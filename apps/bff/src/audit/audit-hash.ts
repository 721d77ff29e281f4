import { createHash } from 'node:crypto';

/** One line of the log, without its own hash. */
export type AuditLine = {
  readonly merchantId: number;
  /** 1, 2, 3 … per merchant, without gaps. */
  readonly seq: number;
  /** Whole milliseconds since the epoch, UTC. */
  readonly at: number;
  readonly actorId: string | null;
  readonly action: string;
  readonly subject: string;
  /** JSON text, exactly as stored. */
  readonly details: string;
  /** The hash of the merchant's line before this one; `firstPrevHash` in the first. */
  readonly prevHash: string;
};

/** What the first line of a merchant names as the hash before it. */
export const firstPrevHash = '0'.repeat(64);

const VERSION = 'desk-audit-1';

/**
 * SHA-256 over everything a line says, as 64 hex digits in lower case. Each field is preceded by its
 * length in bytes, so that no letter can move from one field into the next unnoticed.
 */
export function hashAudit(line: AuditLine): string {
  const fields = [
    VERSION,
    String(line.merchantId),
    String(line.seq),
    String(line.at),
    line.actorId ?? '',
    line.action,
    line.subject,
    line.details,
    line.prevHash,
  ];
  const hash = createHash('sha256');
  for (const field of fields) hash.update(`${Buffer.byteLength(field)}:${field},`);
  return hash.digest('hex');
}

/** JSON text in which the order of an object's keys does not depend on who made the object. */
export function canonicalJson(value: object): string {
  return JSON.stringify(value, (_key, part: unknown) => (isRecord(part) ? sorted(part) : part));
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(record: object): object {
  return Object.fromEntries(
    Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}
