import { z } from 'zod';

/** Minor units; the wire field holds ten digits. */
const amount = z.int().min(1).max(9_999_999_999);
const refNr = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, 'letters, digits, - and _, at most 40');
const note = z.string().trim().min(1).max(500);

const common = {
  paymentId: z.uuid(),
  /** Made by the caller when its dialog opens; the same key never moves money twice. */
  key: z.uuid(),
  /** The version the person was looking at; another one is refused as stale. */
  version: z.int().optional(),
};

export const creditReasons = [
  'return',
  'order-cancelled',
  'price-correction',
  'duplicate',
  'goodwill',
  'fraud',
  'other',
] as const;

export const captureInput = z.strictObject({
  ...common,
  amount,
  closeRest: z.boolean(),
  refNr: refNr.optional(),
});
export type CaptureInput = z.output<typeof captureInput>;

/** Without an amount everything that remains is reversed. */
export const reverseInput = z.strictObject({
  ...common,
  amount: amount.optional(),
  reason: z.string().trim().min(1).max(100).optional(),
  note: note.optional(),
});
export type ReverseInput = z.output<typeof reverseInput>;

export const creditInput = z
  .strictObject({
    ...common,
    amount,
    reason: z.enum(creditReasons),
    note: note.optional(),
  })
  .refine(({ reason, note: text }) => reason !== 'other' || text !== undefined, {
    path: ['note'],
    message: 'the reason "other" needs a note',
  });
export type CreditInput = z.output<typeof creditInput>;
