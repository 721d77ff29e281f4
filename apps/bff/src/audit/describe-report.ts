import type { ChainFault, ChainReport } from './check-chain.ts';

/** One line for people: what the verification found at a merchant. */
export function describeReport({ merchantId, lines, hash, fault }: ChainReport): string {
  if (fault !== null) return `merchant ${merchantId}: NOT INTACT: ${words(fault)}`;
  return `merchant ${merchantId}: ${lines} lines intact, head ${hash}`;
}

function words({ seq, what }: ChainFault): string {
  switch (what) {
    case 'changed':
      return `line ${seq} was changed after it was written`;
    case 'missing':
      return `line ${seq} is missing`;
    case 'moved':
      return `line ${seq} is not the one that was written after line ${seq - 1}`;
    case 'doubled':
      return `line ${seq} is there twice`;
    case 'not-as-anchored':
      return `line ${seq} is not the one in the anchor; it or a line before it was written anew`;
    case 'not-as-head':
      return `line ${seq} is not the one that was noted as the last`;
    case 'beyond-head':
      return `line ${seq} is behind the one that was noted as the last`;
  }
}
