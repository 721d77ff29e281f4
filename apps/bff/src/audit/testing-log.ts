import { canonicalJson, firstPrevHash, hashAudit } from './audit-hash.ts';
import type { ChainHead, StoredLine } from './audit-store.ts';

/** A correct log: `count` lines at each merchant, with its heads. */
export function makeLog(merchantIds: readonly number[], count: number) {
  const lines: StoredLine[] = [];
  const heads: ChainHead[] = [];
  for (const merchantId of merchantIds) {
    let prevHash = firstPrevHash;
    for (let seq = 1; seq <= count; seq += 1) {
      const line = {
        merchantId,
        seq,
        at: 1_760_000_000_000 + seq,
        actorId: seq % 3 === 0 ? null : `00000000-0000-7000-8000-${String(seq).padStart(12, '0')}`,
        action: 'capture-requested',
        subject: `payment:${seq}`,
        details: canonicalJson({ amount: 100 * seq, reason: null }),
        prevHash,
      };
      const hash = hashAudit(line);
      lines.push({ ...line, hash });
      prevHash = hash;
    }
    heads.push({ merchantId, seq: count, hash: prevHash });
  }
  return { lines, heads };
}

/** The lines as the database tells them: merchant by merchant, each in the order of `seq`. */
export function inOrder(lines: readonly StoredLine[]): StoredLine[] {
  return [...lines].sort((one, other) => one.merchantId - other.merchantId || one.seq - other.seq);
}
