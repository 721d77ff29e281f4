import { z } from 'zod';
import { keyRights } from './shop-key.ts';

/** How long what is replaced may go on being used. */
const LONGEST_HOURS = 168;

const id = z.guid().toLowerCase();
const keepHours = z.int('hours').min(0, 'hours').max(LONGEST_HOURS, 'hours');

export const connectionInput = z.strictObject({ connectionId: id });

export const makeKeyInput = z.strictObject({
  connectionId: id,
  name: z.string().trim().min(1, 'empty').max(80, 'too-long'),
  rights: z
    .array(z.enum(keyRights))
    .min(1, 'empty')
    .transform((given) => keyRights.filter((right) => given.includes(right))),
});
export type MakeKeyInput = z.output<typeof makeKeyInput>;

/** The old key ends after so many hours; 0: at once. */
export const rotateKeyInput = z.strictObject({ keyId: id, keepHours });
export type RotateKeyInput = z.output<typeof rotateKeyInput>;

export const revokeKeyInput = z.strictObject({ keyId: id });

/** Whether the address is one is asked with the settings of this house. */
export const saveWebhookInput = z.strictObject({
  connectionId: id,
  address: z.string().trim().max(1000, 'too-long').nullable(),
});
export type SaveWebhookInput = z.output<typeof saveWebhookInput>;

export const renewSecretInput = z.strictObject({ connectionId: id, keepHours });
export type RenewSecretInput = z.output<typeof renewSecretInput>;

export const sendAgainInput = z.strictObject({ eventId: id });
