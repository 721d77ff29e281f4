import { z } from 'zod';
import { figureNames } from './movement-kinds.ts';

const DAYS_AT_MOST = 3660;

/** A Swiss calendar day, YYYY-MM-DD. */
const day = z.iso
  .date('not-a-day')
  .refine((text) => text >= '2000-01-01' && text <= '2099-12-31', 'not-a-day');

/** Of whom a report speaks: everybody the person may report on, unless named. */
const whose = {
  merchantId: z.int().optional(),
  connection: z.string().max(40).optional(),
};

const reportUnits = ['hour', 'day', 'week', 'month'] as const;

/** Swiss days, both included, and how they are cut. */
export const reportInput = z
  .strictObject({
    from: day,
    to: day,
    unit: z.enum(reportUnits).default('day'),
    day: z.enum(['calendar', 'twint']).default('calendar'),
    ...whose,
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'before-from' })
  .refine(({ from, to }) => (Date.parse(to) - Date.parse(from)) / 86_400_000 < DAYS_AT_MOST, {
    path: ['to'],
    message: 'too-long',
  });
export type ReportInput = z.output<typeof reportInput>;

/** Sums are kept by the hour, so a row list that must equal them begins and ends with one. */
const fullHour = z
  .int()
  .min(946_681_200_000)
  .max(4_102_444_800_000)
  .refine((instant) => instant % 3_600_000 === 0, 'not-a-full-hour');

/** The rows behind one number: `from` inclusive, `to` exclusive, instants in ms UTC. */
export const rowsInput = z
  .strictObject({
    figure: z.enum(figureNames),
    from: fullHour,
    to: fullHour,
    /** Code, or reason of a refund; empty: done outside of Desk. */
    detail: z.string().max(40).optional(),
    /** Places of the waiting time between authorization and capture, both included. */
    waitFrom: z.int().min(0).max(100).optional(),
    waitTo: z.int().min(0).max(100).optional(),
    limit: z.int().min(1).max(200).default(50),
    cursor: z.string().max(200).nullish(),
    ...whose,
  })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'before-from' });
export type RowsInput = z.output<typeof rowsInput>;
