import { actionReasons } from 'paygate-payments';
import { z } from 'zod';

/** Milliseconds since the epoch, UTC. */
const instant = z.int();

/** A change whose outcome nobody knows yet. */
export const pendingRefNrView = z.object({
  to: z.string(),
  at: instant,
  /** False while the answer may still come. */
  isUnknown: z.boolean(),
  /** The earliest instant at which "not changed" can be concluded and another one be sent. */
  quietUntil: instant,
  /** When the gateway is asked by itself; past: in the next round. */
  nextCheckAt: instant,
});

/** The reference of a payment: earlier ones, and why no other may be sent now, or null. */
export const refNrChangeView = z.object({
  former: z.array(z.string()),
  pending: pendingRefNrView.nullable(),
  why: z.enum(actionReasons).nullable(),
});
export type RefNrChangeView = z.infer<typeof refNrChangeView>;
