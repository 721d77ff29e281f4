import type { ChainHead, StoredLine } from './audit-store.ts';
import { type ChainReport, checkChain } from './check-chain.ts';

/**
 * Checks a whole log, each merchant's lines in the order of `seq`, and reports on every merchant that
 * has a line, a head or an anchor, in the order of their ids. Keeps no line.
 */
export async function checkLog(
  lines: AsyncIterable<StoredLine> | Iterable<StoredLine>,
  heads: readonly ChainHead[],
  anchors: readonly ChainHead[] = [],
): Promise<readonly ChainReport[]> {
  const chains = new Map<number, ReturnType<typeof checkChain>>();
  const chainOf = (merchantId: number) => {
    const isIts = (head: ChainHead) => head.merchantId === merchantId;
    const known = chains.get(merchantId);
    const chain =
      known ??
      checkChain(merchantId, {
        head: heads.find(isIts) ?? null,
        anchor: anchors.find(isIts) ?? null,
      });
    chains.set(merchantId, chain);
    return chain;
  };

  for (const { merchantId } of [...heads, ...anchors]) chainOf(merchantId);
  for await (const line of lines) chainOf(line.merchantId).take(line);
  return [...chains.values()]
    .map((chain) => chain.finish())
    .sort((one, other) => one.merchantId - other.merchantId);
}
