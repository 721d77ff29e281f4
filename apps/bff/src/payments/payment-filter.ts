import { z } from 'zod';
import { paymentStatuses, urgencies } from './payment-view.ts';

const amount = z.int().nonnegative().max(9_999_999_999);
/** Up to the end of 9999: what both JavaScript and PostgreSQL can hold. */
const instant = z.int().min(0).max(253_402_300_799_999);

/** An instant in milliseconds UTC, an ISO 8601 date-time with offset, or a Swiss calendar day. */
const moment = z.union([
  instant,
  z.iso
    .datetime({ offset: true })
    .transform((text) => Date.parse(text))
    .pipe(instant),
  z.iso.date().refine((day) => Date.parse(day) >= 0, 'a day from 1970 on'),
]);

/** PostgreSQL cannot hold the character NUL in a text. */
const searchText = z
  .string()
  .max(200)
  .refine((text) => !text.includes('\0'), 'no control characters');

/**
 * What the payments list can be narrowed to. `from` is inclusive; `to` is exclusive as an
 * instant and inclusive as a day. Amounts are minor units of what was authorized.
 */
export const paymentFilter = z.strictObject({
  search: searchText.optional(),
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
