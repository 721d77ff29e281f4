import { firstPrevHash, hashAudit } from './audit-hash.ts';
import type { ChainHead, StoredLine } from './audit-store.ts';

/** What is wrong with a line: `seq` is where the chain breaks first. */
export type ChainFault = {
  readonly seq: number;
  readonly what:
    | 'changed'
    | 'missing'
    | 'moved'
    | 'doubled'
    | 'not-as-anchored'
    | 'not-as-head'
    | 'beyond-head';
};

export type ChainReport = {
  readonly merchantId: number;
  /** How many lines were read, also behind a fault. */
  readonly lines: number;
  /** The last line's hash; only worth something without a fault. */
  readonly hash: string;
  /** The first fault, or null. */
  readonly fault: ChainFault | null;
};

/**
 * Checks the chain of one merchant, line after line in the order of `seq`. `head` is what the
 * database says is its end, `anchor` what was written down elsewhere about it earlier: the one tells
 * of lines cut off by hand, the other also of a log that was cut or written anew as a whole.
 */
export function checkChain(
  merchantId: number,
  { head, anchor }: { readonly head: ChainHead | null; readonly anchor: ChainHead | null },
): { take(line: StoredLine): void; finish(): ChainReport } {
  let lines = 0;
  let hash = firstPrevHash;
  let fault: ChainFault | null = null;

  return {
    take: (line) => {
      lines += 1;
      fault ??= faultOf(line, lines, hash);
      hash = line.hash;
      if (fault === null && line.seq === anchor?.seq && hash !== anchor.hash) {
        fault = { seq: line.seq, what: 'not-as-anchored' };
      }
    },
    finish: () => {
      const seq = head?.seq ?? 0;
      if (lines < Math.max(seq, anchor?.seq ?? 0)) fault ??= { seq: lines + 1, what: 'missing' };
      if (lines > seq) fault ??= { seq: seq + 1, what: 'beyond-head' };
      if (head !== null && hash !== head.hash) fault ??= { seq, what: 'not-as-head' };
      return { merchantId, lines, hash, fault };
    },
  };
}

/** What is wrong with the line that should be the one with number `seq` and follow `prevHash`. */
function faultOf(line: StoredLine, seq: number, prevHash: string): ChainFault | null {
  if (line.seq > seq) return { seq, what: 'missing' };
  if (line.seq < seq) return { seq: line.seq, what: 'doubled' };
  const fits = line.hash === hashAudit({ ...line, prevHash });
  if (fits && line.prevHash === prevHash) return null;
  // One that names its predecessor wrongly, and was not written behind this one, is another line.
  const isOther = line.prevHash !== prevHash && !fits;
  return { seq, what: isOther ? 'moved' : 'changed' };
}
