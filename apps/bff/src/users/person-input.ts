import { allRoles } from 'paygate-payments';
import { z } from 'zod';

const LARGEST_AMOUNT = 9_999_999_999;

const userId = z.guid().toLowerCase();

/** Minor units; null means no limit. */
const limit = z.int().min(0).max(LARGEST_AMOUNT).nullable();

/** Limits count for roles that refund; for any other they are not kept. */
const place = { merchantId: z.int(), role: z.enum(allRoles) };

export const invitePersonInput = z.strictObject({
  ...place,
  email: z.string().max(254).trim().toLowerCase().pipe(z.email('email-shape')),
  name: z
    .string()
    .trim()
    .min(1)
    .max(80)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'characters'),
  refundLimit: limit.default(null),
  refundDailyLimit: limit.default(null),
});
export type InvitePersonInput = z.infer<typeof invitePersonInput>;

export const updatePersonInput = z.strictObject({
  ...place,
  userId,
  refundLimit: limit,
  refundDailyLimit: limit,
});
export type UpdatePersonInput = z.infer<typeof updatePersonInput>;

export const renewInviteInput = z.strictObject({ userId });

export const removePersonInput = z.strictObject({ userId, merchantId: z.int() });
export type RemovePersonInput = z.infer<typeof removePersonInput>;
