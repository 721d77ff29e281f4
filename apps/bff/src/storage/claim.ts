/**
 * What a worker asks for when it claims rows that are due: business time `now`, and a lease of
 * `leaseMs` from wall time `wall` on, so that a moved demo clock neither breaks nor prolongs it. All
 * in ms, instants UTC.
 */
export type ClaimWish = {
  readonly now: number;
  readonly wall: number;
  readonly leaseMs: number;
  /** Rows at most. */
  readonly limit: number;
};
