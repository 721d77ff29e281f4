import { doubts, operationStates, paymentStatuses, reviewVerdicts } from 'paygate-payments';
import { z } from 'zod';
import { refNrChangeView } from './ref-nr-view.ts';

const minor = z.int().nonnegative();
/** Milliseconds since the epoch, UTC. */
const instant = z.int();

export const paymentSources = ['shop', 'api', 'desk', 'imported'] as const;

export const urgencies = ['calm', 'soon', 'urgent', 'critical', 'missed', 'none'] as const;

/** One thing a person might do to a payment: `max` in minor units; `reason` says why not, or `past-deadline` = try anyway. */
const allowedActionView = z.object({
  action: z.enum(['capture', 'reverse', 'credit']),
  allowed: z.boolean(),
  reason: z.string().nullable(),
  max: minor,
});

/** What the browser may know of a payment. Amounts are whole minor units of `currency`, instants milliseconds UTC. */
export const paymentView = z.object({
  id: z.uuid(),
  merchantId: z.int(),
  payId: z.string().nullable(),
  transId: z.string(),
  refNr: z.string().nullable(),
  twintOrderId: z.string().nullable(),
  orderDesc: z.string(),
  currency: z.string(),
  connection: z.object({
    slug: z.string(),
    label: z.string(),
    mode: z.enum(['sale', 'deferred']),
    testWindow: z.boolean(),
    minimum: minor,
    severalCaptures: z.enum(['unconfirmed', 'no', 'yes']),
    partialReversal: z.enum(['unconfirmed', 'yes']),
  }),
  source: z.enum(paymentSources),
  status: z.enum(paymentStatuses),
  requestedAmount: minor,
  authorized: minor,
  captured: minor,
  refunded: minor,
  reversed: minor,
  closed: minor,
  remaining: minor,
  refundable: minor,
  createdAt: instant,
  authorizedAt: instant.nullable(),
  captureBy: instant.nullable(),
  refundUntil: instant.nullable(),
  captureUrgency: z.enum(urgencies),
  refundUrgency: z.enum(urgencies),
  checkedAt: instant.nullable(),
  /** Why no money moves until somebody has looked at the figures of the gateway. */
  doubt: z.enum(doubts).nullable(),
  /** The batch file whose answer everything waits for. */
  batchFileId: z.uuid().nullable(),
  version: z.int(),
  allowedActions: z.array(allowedActionView),
});
export type PaymentView = z.infer<typeof paymentView>;

/** Which parts of a payment a search text was found in. */
export const matchedParts = [
  'payId',
  'transId',
  'refNr',
  'formerRefNr',
  'twintOrderId',
  'xid',
  'reqId',
  'orderDesc',
  'amount',
  'date',
] as const;
export type MatchedPart = (typeof matchedParts)[number];

/** A row of the list; `matched` is empty while nothing is searched for. */
export const listedPaymentView = paymentView.extend({ matched: z.array(z.enum(matchedParts)) });
export type ListedPaymentView = z.infer<typeof listedPaymentView>;

/** One piece of evidence the resolver gathered: what an inquiry said, and when. Amounts in minor units. */
const evidenceView = z.object({
  at: instant,
  verdict: z.enum(['executed', 'not-executed', 'no-change-yet', 'contradicts', 'unreachable']),
  amountAuth: minor.nullable(),
  amountCap: minor.nullable(),
  amountCred: minor.nullable(),
});

/**
 * What somebody holds for the outcome of an operation in review, and whether this person may confirm
 * it now; `why` not, or null. `confirmableAt` is set where only waiting is missing.
 */
const reviewView = z.object({
  verdict: z.enum(reviewVerdicts),
  reason: z.string(),
  by: z.string(),
  at: instant,
  mayConfirm: z.boolean(),
  why: z.string().nullable(),
  confirmableAt: instant.nullable(),
});

export const operationView = z.object({
  id: z.uuid(),
  paymentId: z.uuid(),
  kind: z.enum(['capture', 'reversal', 'credit']),
  amount: minor,
  currency: z.string(),
  closeRest: z.boolean(),
  state: z.enum(operationStates),
  code: z.string().nullable(),
  description: z.string().nullable(),
  cancelReason: z.string().nullable(),
  reason: z.string().nullable(),
  note: z.string().nullable(),
  refNr: z.string().nullable(),
  reqId: z.string(),
  xid: z.string().nullable(),
  by: z.string(),
  createdAt: instant,
  sentAt: instant.nullable(),
  resolvedAt: instant.nullable(),
  nextCheckAt: instant.nullable(),
  /** The earliest instant at which "not executed" can be concluded; null once resolved or never sent. */
  quietUntil: instant.nullable(),
  evidence: z.array(evidenceView),
  review: reviewView.nullable(),
  /** Whether this person may say what became of an operation in review. */
  mayPropose: z.boolean(),
  /** The batch file it left the house in. */
  batchFileId: z.uuid().nullable(),
});
export type OperationView = z.infer<typeof operationView>;

/**
 * One entry of the timeline, oldest first. `amount` in minor units where the fact has one; below 0
 * where something was undone elsewhere.
 */
export const eventView = z.object({
  seq: z.int(),
  type: z.string(),
  at: instant,
  amount: z.int().nullable(),
  closed: minor.nullable(),
  by: z.string().nullable(),
  operationId: z.uuid().nullable(),
  code: z.string().nullable(),
  description: z.string().nullable(),
  xid: z.string().nullable(),
  reqId: z.string().nullable(),
  /** In which way money was paid back past the gateway. */
  how: z.string().nullable(),
  /** The reference before and after a change of it; `from` is null where there was none or nothing changed. */
  refNr: z.object({ from: z.string().nullable(), to: z.string() }).nullable(),
});
export type EventView = z.infer<typeof eventView>;

/** `isOwn`: the reader wrote it and may change it. */
const noteView = z.object({
  id: z.uuid(),
  text: z.string(),
  by: z.string(),
  at: instant,
  editedAt: instant.nullable(),
  isOwn: z.boolean(),
});

export const paymentDetailView = paymentView.extend({
  events: z.array(eventView),
  operations: z.array(operationView),
  notes: z.array(noteView),
  mayNote: z.boolean(),
  refNrChange: refNrChangeView,
  /** Past the gateway: what is recorded, and how much may be recorded now that refunds are over. */
  reimbursement: z.object({ recorded: minor, max: minor }),
});
export type PaymentDetailView = z.infer<typeof paymentDetailView>;
