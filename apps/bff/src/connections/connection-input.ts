import { brands } from 'paygate-core/brands';
import { merchantId } from 'paygate-core/fields';
import { z } from 'zod';
import { isGatewayBase } from '../env-formats.ts';
import { brandNames, checklistView } from './connection-view.ts';

const LARGEST_AMOUNT = 9_999_999_999;

/** Keys are pasted: a line end or a blank beside them is nobody's intention. */
const encryptionKey = z
  .string()
  .trim()
  .regex(/^[\x20-\x7e\xa0-\xff]{4,56}$/, 'key-length');
const hmacKey = z
  .string()
  .trim()
  .regex(/^[\x21-\x7e]{1,128}$/, 'key-length');

const settings = {
  label: z.string().trim().min(1).max(80),
  brand: z.enum(brandNames),
  /** Left out: the one that is known of the brand. */
  baseUrl: z.string().trim().max(200).refine(isGatewayBase, { error: 'https-only' }).nullish(),
  gatewayMerchantId: merchantId,
  mode: z.enum(['sale', 'deferred']),
  cipherKind: z.enum(['blowfish', 'aes']).default('blowfish'),
  refundWindow: z.enum(['production', 'test']),
  minimum: z.int().min(1).max(LARGEST_AMOUNT),
  severalCaptures: z.enum(['unconfirmed', 'no', 'yes']),
  partialReversal: z.enum(['unconfirmed', 'yes']),
  inquiryShowsReversals: z.enum(['unconfirmed', 'yes']),
  /** Whether the address is one is asked again with the settings of this house. */
  forwardTo: z.string().trim().max(256).nullish(),
  linkPage: z.enum(['twint', 'paymentPage']).default('twint'),
  captureParameter: z.enum(['no', 'yes']).default('no'),
  checklist: checklistView.optional(),
};

type Checked = {
  readonly brand: (typeof brandNames)[number];
  readonly baseUrl?: string | null | undefined;
  readonly cipherKind: 'blowfish' | 'aes';
  readonly encryptionKey?: string | undefined;
};

const hasBase = ({ brand, baseUrl }: Checked) => brand !== 'custom' || typeof baseUrl === 'string';
const needsBase = { path: ['baseUrl'], error: 'base-url-needed' };
const keyFits = (given: Checked) =>
  given.cipherKind === 'blowfish' ||
  given.encryptionKey === undefined ||
  [16, 24, 32].includes(given.encryptionKey.length);
const keyLength = { path: ['encryptionKey'], error: 'key-length' };

export const createConnectionInput = z
  .strictObject({ ...settings, merchantId: z.int(), encryptionKey, hmacKey })
  .refine(hasBase, needsBase)
  .refine(keyFits, keyLength);
export type CreateConnectionInput = z.infer<typeof createConnectionInput>;

/** What is left out of keys and checklist stays. `version` is the one the change was based on. */
export const updateConnectionInput = z
  .strictObject({
    ...settings,
    id: z.uuid(),
    version: z.int().optional(),
    encryptionKey: encryptionKey.optional(),
    hmacKey: hmacKey.optional(),
  })
  .refine(hasBase, needsBase)
  .refine(keyFits, keyLength);
export type UpdateConnectionInput = z.infer<typeof updateConnectionInput>;

/** Keys and names to try before they replace the stored ones. */
export const testConnectionInput = z.strictObject({
  id: z.uuid(),
  baseUrl: settings.baseUrl,
  gatewayMerchantId: merchantId.optional(),
  encryptionKey: encryptionKey.optional(),
  hmacKey: hmacKey.optional(),
});
export type TestConnectionInput = z.infer<typeof testConnectionInput>;

/** Where this connection is called: the address given, else the one that is known of its brand. */
export function baseUrlOf({ brand, baseUrl }: Checked): string {
  return baseUrl ?? brands[brand].baseUrl ?? '';
}
