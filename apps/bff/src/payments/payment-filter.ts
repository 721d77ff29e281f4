import { z } from 'zod';
import { paymentStatuses, urgencies } from './payment-view.ts';

const amount = z.int().nonnegative().max(9_999_999_999);
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** An instant in milliseconds UTC, an ISO 8601 date-time with offset, or a Swiss calendar day. */
const moment = z.union([
  z.int(),
  z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
  z.string().regex(DAY).pipe(z.iso.date()),
]);

/**
 * What the payments list can be narrowed to. `from` is inclusive; `to` is exclusive as an
 * instant and inclusive as a day. Amounts are minor units of what was authorized.
 */
export const paymentFilter = z.strictObject({
  search: z.string().max(200).optional(),
  status: z.array(z.enum(paymentStatuses)).max(paymentStatuses.length).optional(),
  captureUrgency: z.array(z.enum(urgencies)).max(urgencies.length).optional(),
  refundUrgency: z.array(z.enum(urgencies)).max(urgencies.length).optional(),
  amountMin: amount.optional(),
  amountMax: amount.optional(),
  from: moment.optional(),
  to: moment.optional(),
  merchantId: z.int().optional(),
  connection: z.string().max(40).optional(),
  sort: z.enum(['created', 'captureBy', 'refundUntil', 'amount']).default('created'),
  order: z.enum(['asc', 'desc']).default('desc'),
  limit: z.int().min(1).max(200).default(50),
  cursor: z.string().max(500).nullish(),
});
export type PaymentFilter = z.output<typeof paymentFilter>;
