import { paymentStatuses } from 'paygate-payments';
import { z } from 'zod';
import { paymentSources, urgencies } from './payment-view.ts';

const amount = z.int().nonnegative().max(9_999_999_999);
/** Up to the end of 9999: what both JavaScript and PostgreSQL can hold. */
const instant = z.int().min(0).max(253_402_300_799_999);
const hours = z.int().min(1).max(8760);

/**
 * An instant in milliseconds UTC, an ISO 8601 date-time with offset, a Swiss calendar day, or a
 * minute of a Swiss day (`2026-11-20T23:00`).
 */
export const moment = z.union([
  instant,
  z.iso
    .datetime({ offset: true })
    .transform((text) => Date.parse(text))
    .pipe(instant),
  z.iso.date().refine((day) => Date.parse(day) >= 0, 'a day from 1970 on'),
  z.iso
    .datetime({ local: true, precision: -1 })
    .refine((minute) => Date.parse(`${minute}Z`) >= 0, 'a day from 1970 on'),
]);

/** PostgreSQL cannot hold the character NUL in a text. */
export const searchText = z
  .string()
  .max(200, 'at most 200 characters')
  .refine((text) => !text.includes('\0'), 'no control characters');

/**
 * What payments can be narrowed to: the list, its totals, an export. `from` is inclusive; `to` is
 * exclusive as an instant or a minute and inclusive as a day. Amounts are minor units of what was
 * authorized. `captureWithin` and `refundWithin`: due in at most so many hours and not missed.
 */
const criteria = {
  search: searchText.optional(),
  status: z.array(z.enum(paymentStatuses)).max(paymentStatuses.length).optional(),
  captureUrgency: z.array(z.enum(urgencies)).max(urgencies.length).optional(),
  refundUrgency: z.array(z.enum(urgencies)).max(urgencies.length).optional(),
  captureWithin: hours.optional(),
  refundWithin: hours.optional(),
  amountMin: amount.optional(),
  amountMax: amount.optional(),
  from: moment.optional(),
  to: moment.optional(),
  refunded: z.boolean().optional(),
  unknown: z.boolean().optional(),
  note: z.boolean().optional(),
  source: z.array(z.enum(paymentSources)).max(paymentSources.length).optional(),
  merchantId: z.int().optional(),
  connection: z.string().max(40).optional(),
};

export const paymentCriteria = z.strictObject(criteria);
export type PaymentCriteria = z.output<typeof paymentCriteria>;

export const listSorts = ['created', 'captureBy', 'refundUntil', 'amount'] as const;

/**
 * One page of the list. `startAt` begins it at a day, an instant or an amount of its sort instead
 * of at its end; `direction: 'previous'` reads the page before `cursor`. `until` is the cursor at which
 * reading ends, so that a part of the list can be read again as it lies between two others.
 */
export const paymentFilter = z.strictObject({
  ...criteria,
  sort: z.enum(listSorts).default('created'),
  order: z.enum(['asc', 'desc']).default('desc'),
  limit: z.int().min(1).max(200).default(50),
  cursor: z.string().max(500).nullish(),
  until: z.string().max(500).nullish(),
  direction: z.enum(['next', 'previous']).default('next'),
  startAt: moment.optional(),
});
export type PaymentFilter = z.output<typeof paymentFilter>;

/** A whole list, for what works on all of it at one merchant named elsewhere: no page of it. */
export const wholeList = paymentFilter.omit({
  cursor: true,
  until: true,
  limit: true,
  direction: true,
  startAt: true,
  merchantId: true,
});
