import type { MoneyFigure } from 'paygate-payments';
import { z } from 'zod';
import { movementKinds } from './movement-kinds.ts';

const count = z.int().nonnegative();
const figure = z.object({ count, amount: z.int() });
const figures = z.object({
  captured: figure,
  refunded: figure,
  /** Paid back past the gateway, as people recorded it; not part of net. */
  reimbursed: figure,
  released: figure,
  expired: figure,
  net: figure,
} satisfies Readonly<Record<MoneyFigure, typeof figure>>);
/** Instants in ms UTC, `to` exclusive. */
const span = { from: z.int(), to: z.int() };
const day = z.string();

/** Amounts are minor units of CHF. */
export const reportView = z.object({
  ...span,
  asOf: z.int(),
  /** Nothing happened in this range. */
  isEmpty: z.boolean(),
  total: figures,
  periods: z.array(z.object({ ...span, firstDay: day, lastDay: day, figures })),
  merchants: z.array(z.object({ merchantId: z.int(), merchantName: z.string(), figures })),
  connections: z.array(
    z.object({
      merchantId: z.int(),
      merchantName: z.string(),
      connection: z.string(),
      label: z.string(),
      figures,
    }),
  ),
  /** What the other kind of day counts and this one does not: one hour at each end. */
  edges: z.object({
    eve: z.object({ ...span, figures }),
    lastHour: z.object({ ...span, figures }),
    calendar: figures,
    twint: figures,
  }),
  failures: z.object({
    payments: count,
    steps: count,
    byCode: z.array(
      z.object({ figure: z.enum(['failed', 'abandoned', 'declined']), code: z.string(), count }),
    ),
  }),
  waits: z.object({
    count,
    median: z.int().nullable(),
    p95: z.int().nullable(),
    spans: z.array(
      z.object({
        name: z.enum(['hour', 'day', 'threeDays', 'week', 'later']),
        waitFrom: z.int(),
        waitTo: z.int(),
        count,
      }),
    ),
  }),
  reasons: z.array(z.object({ reason: z.string(), count, amount: z.int() })),
  /** The days with anything to report at all; only told when this range has nothing. */
  data: z.object({ first: z.string(), last: z.string() }).nullable(),
});

const share = z.object({ count, of: count });

/** Today so far, and the same weekday a week ago up to the same hour. Failures with what they are a share of. */
export const todayView = z.object({
  ...span,
  figures,
  weekAgo: z.object({ ...span, figures }),
  failed: share,
  declined: share,
});

export const reportRowsView = z.object({
  rows: z.array(
    z.object({
      paymentId: z.uuid(),
      seq: z.int(),
      at: z.int(),
      kind: z.enum(movementKinds),
      detail: z.string(),
      amount: z.int(),
      connection: z.string(),
      transId: z.string(),
      payId: z.string().nullable(),
      refNr: z.string().nullable(),
      authorizedAt: z.int().nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
  count,
  amount: z.int(),
});
