import { batchMerchantId, nameOrders, versionPattern } from 'paygate-core/batch';
import { z } from 'zod';
import { creditReasons, id, note } from '../payments/operation-input.ts';
import { wholeList } from '../payments/payment-filter.ts';

/** A selection by hand; what is more is a filter. */
const MOST_SELECTED = 500;

const scope = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('filtered'),
    filter: wholeList,
  }),
  z.strictObject({
    kind: z.literal('selected'),
    /** Without an amount (minor units) all that can be moved is. */
    lines: z
      .array(z.strictObject({ paymentId: id, amount: z.int().positive().optional() }))
      .min(1)
      .max(MOST_SELECTED)
      .refine(
        (lines) => new Set(lines.map(({ paymentId }) => paymentId)).size === lines.length,
        'each payment once',
      ),
  }),
]);

const wish = {
  /** The connection whose batch manager gets the file. */
  connection: z.string().max(40),
  kind: z.enum(['capture', 'reversal', 'credit']),
  scope,
  reason: z.enum(creditReasons).optional(),
  note: note.optional(),
};

export const planBatchInput = z.strictObject(wish);
export type PlanBatchInput = z.output<typeof planBatchInput>;

/** `digest` is that of the plan which the person has seen. */
export const createBatchInput = z
  .strictObject({ ...wish, key: id, digest: z.string().regex(/^[0-9a-f]{64}$/) })
  .refine(({ kind, reason }) => kind !== 'credit' || reason !== undefined, {
    path: ['reason'],
    message: 'a refund needs a reason',
  })
  .refine(({ reason, note: text }) => reason !== 'other' || text !== undefined, {
    path: ['note'],
    message: 'the reason "other" needs a note',
  });
export type CreateBatchInput = z.output<typeof createBatchInput>;

export const batchKeyInput = z.strictObject({ fileId: z.uuid() });
export const giveUpInput = z.strictObject({
  fileId: z.uuid(),
  reason: z.string().trim().min(3).max(500),
});
export const answerKeyInput = z.strictObject({ answerId: z.uuid() });

export const listBatchesInput = z.strictObject({
  limit: z.int().min(1).max(50).default(20),
  cursor: z.string().max(200).nullish(),
});
export type ListBatchesInput = z.output<typeof listBatchesInput>;

export const batchLinesInput = z.strictObject({
  fileId: z.uuid(),
  /** `open`: everything that did not simply succeed. */
  show: z.enum(['all', 'open']).default('all'),
  /** The last line that was read. */
  cursor: z.int().min(0).nullish(),
  limit: z.int().min(1).max(200).default(100),
});
export type BatchLinesInput = z.output<typeof batchLinesInput>;

export const settingsKeyInput = z.strictObject({ connection: z.string().max(40) });

export const batchSettingsInput = z
  .strictObject({
    connection: z.string().max(40),
    version: z.string().regex(versionPattern, '1.1 to 1.9 or 2.1 to 2.9'),
    groupMerchantId: batchMerchantId.nullable(),
    nameOrder: z.enum(nameOrders),
    dateFormat: z.enum(['YYYYMMDD', 'YYYY-MM-DD', 'DD.MM.YYYY']),
    count: z.enum(['records', 'lines']),
    reversals: z.enum(['unconfirmed', 'yes']),
    answerHours: z.int().min(1).max(168),
  })
  .refine(
    ({ version, groupMerchantId }) => version.startsWith('2.') === (groupMerchantId !== null),
    {
      path: ['groupMerchantId'],
      message: 'a version 2.x names the group, a version 1.x none',
    },
  );
export type BatchSettingsInput = z.output<typeof batchSettingsInput>;
