import type { OperationResult } from './events.ts';

/** What a ReqId stands for: a money operation, or the payment that a first request opened. */
export type Original =
  | { readonly kind: 'operation'; readonly at: number; readonly result: OperationResult }
  | { readonly kind: 'payment'; readonly at: number; readonly payId: string };

export type Originals = Map<string, Original>;

/** The first request that a merchant sent with this ReqId, unless 12 months have erased it. */
export function findOriginal(
  originals: Originals,
  merchantId: string,
  reqId: string | null,
  now: number,
): Original | null {
  if (reqId === null) return null;
  const original = originals.get(keyOf(merchantId, reqId));
  return original === undefined || isForgotten(original.at, now) ? null : original;
}

/**
 * Remembers a request under its ReqId. An operation is only stored once it is final, and the first
 * final one stays; a repetition that was executed meanwhile does not replace it.
 */
export function rememberOriginal(
  originals: Originals,
  merchantId: string,
  reqId: string | null,
  original: Original,
): void {
  if (reqId === null) return;
  const known = findOriginal(originals, merchantId, reqId, original.at);
  if (known?.kind === 'operation') return;
  originals.set(keyOf(merchantId, reqId), original);
}

/** A ReqId is valid for 12 calendar months (UTC); the instant they end still counts. */
export function isForgotten(since: number, now: number): boolean {
  const until = new Date(since);
  until.setUTCMonth(until.getUTCMonth() + 12);
  return now > until.getTime();
}

function keyOf(merchantId: string, reqId: string): string {
  return `${merchantId} ${reqId}`;
}
