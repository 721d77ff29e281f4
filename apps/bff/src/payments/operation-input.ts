import { z } from 'zod';

/** Minor units; the wire field holds ten digits. */
const amount = z.int().min(1).max(9_999_999_999);
export const refNr = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,40}$/, 'letters, digits, - and _, at most 40');
/** PostgreSQL cannot hold the character NUL in a text. */
const isStorable = (text: string): boolean => !text.includes('\0');
export const note = z.string().trim().min(1).max(500).refine(isStorable, 'no control characters');

/** Any spelling of a UUID; in lower case, so that the same request always looks the same. */
export const id = z.guid().toLowerCase();

const common = {
  paymentId: id,
  /** Made by the caller when its dialog opens; the same key never moves money twice. */
  key: id,
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
  reason: z.string().trim().min(1).max(100).refine(isStorable, 'no control characters').optional(),
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
