const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** How pressing a deadline is; `missed` from the instant of the deadline on. */
export type Urgency = 'calm' | 'soon' | 'urgent' | 'critical' | 'missed';

/** Time left, in ms, at or below which a deadline counts as so pressing. */
export type Thresholds = {
  readonly soon: number;
  readonly urgent: number;
  readonly critical: number;
};

/** For captures: 72 h, 24 h, 4 h before the deadline. */
export const captureThresholds: Thresholds = { soon: 72 * hour, urgent: day, critical: 4 * hour };

/** For refunds: 14 days, 3 days, 24 h before the deadline. */
export const refundThresholds: Thresholds = { soon: 14 * day, urgent: 3 * day, critical: day };

/** The refund thresholds for a window of this length in ms; a week or less takes the capture's. */
export function refundThresholdsFor(refundWindowMs: number): Thresholds {
  return refundWindowMs <= 7 * day ? captureThresholds : refundThresholds;
}

/** The last instants to capture and to refund. Windows in ms, instants in ms UTC. */
export function deadlines(authorization: {
  readonly authorizedAt: number;
  readonly captureWindowMs: number;
  readonly refundWindowMs: number;
}): { readonly captureBy: number; readonly refundUntil: number } {
  const { authorizedAt, captureWindowMs, refundWindowMs } = authorization;
  return { captureBy: authorizedAt + captureWindowMs, refundUntil: authorizedAt + refundWindowMs };
}

/** How pressing a capture is. Both instants in ms UTC. */
export function captureUrgency(captureBy: number, now: number): Urgency {
  return urgencyOf(captureBy, now, captureThresholds);
}

/** How pressing a refund is. Both instants in ms UTC, the connection's refund window in ms. */
export function refundUrgency(refundUntil: number, now: number, refundWindowMs: number): Urgency {
  return urgencyOf(refundUntil, now, refundThresholdsFor(refundWindowMs));
}

function urgencyOf(deadline: number, now: number, thresholds: Thresholds): Urgency {
  const left = deadline - now;
  if (left <= 0) return 'missed';
  if (left <= thresholds.critical) return 'critical';
  if (left <= thresholds.urgent) return 'urgent';
  if (left <= thresholds.soon) return 'soon';
  return 'calm';
}
