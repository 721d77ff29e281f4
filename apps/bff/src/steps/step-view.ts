import { z } from 'zod';
import { stepKinds, stepStates } from './step-kinds.ts';

/** Which parts of a step, or of its payment, a search text was found in. */
export const matchedStepParts = [
  'xid',
  'reqId',
  'payId',
  'refNr',
  'transId',
  'twintOrderId',
  'amount',
  'date',
] as const;
export type MatchedStepPart = (typeof matchedStepParts)[number];

/** One step of one payment. Amounts in minor units, instants ms UTC. */
export const stepView = z.object({
  /** Of the operation, or of the payment where the gateway told of it; with `seq` it names the step. */
  id: z.uuid(),
  seq: z.int(),
  paymentId: z.uuid(),
  merchantId: z.int(),
  at: z.int(),
  kind: z.enum(stepKinds),
  state: z.enum(stepStates),
  amount: z.int(),
  currency: z.string(),
  code: z.string().nullable(),
  xid: z.string().nullable(),
  reqId: z.string().nullable(),
  reason: z.string().nullable(),
  /** Null: it was done outside of Paygate Desk. */
  by: z.string().nullable(),
  connection: z.string(),
  payId: z.string().nullable(),
  transId: z.string(),
  refNr: z.string().nullable(),
  /** Empty while nothing is searched for. */
  matched: z.array(z.enum(matchedStepParts)),
});
export type StepView = z.infer<typeof stepView>;

/** Count of a kind of step, and the sum of those that succeeded, minor units. */
const kindTotals = z.object({
  kind: z.enum(stepKinds),
  currency: z.string(),
  count: z.int(),
  succeeded: z.int(),
});

/** As the totals of payments: not exact means more than `count` and no sums. */
export const stepTotals = z.object({
  isExact: z.boolean(),
  count: z.int().nullable(),
  totals: z.array(kindTotals),
});
export type StepTotals = z.infer<typeof stepTotals>;
