import { callbackUrl } from 'paygate-core/fields';
import { z } from 'zod';
import { type ConnectionRow, checklistItems } from './connection-row.ts';

export const brandNames = ['computop', 'payjet', '1cs', 'axepta', 'vr', 'custom'] as const;
export const checklistView = z.record(z.enum(checklistItems), z.boolean());

/** What an admin sees of a connection: everything but its keys. Instants are milliseconds, amounts minor units. */
export const connectionView = z.object({
  id: z.uuid(),
  merchantId: z.int(),
  merchantName: z.string(),
  slug: z.string(),
  label: z.string(),
  brand: z.enum(brandNames),
  baseUrl: z.string(),
  gatewayMerchantId: z.string(),
  mode: z.enum(['sale', 'deferred']),
  cipherKind: z.enum(['blowfish', 'aes']),
  keysSetAt: z.int(),
  refundWindow: z.enum(['production', 'test']),
  minimum: z.int(),
  severalCaptures: z.enum(['unconfirmed', 'no', 'yes']),
  partialReversal: z.enum(['unconfirmed', 'yes']),
  inquiryShowsReversals: z.enum(['unconfirmed', 'yes']),
  /** Where notifications are passed on to, or null. */
  forwardTo: z.string().nullable(),
  linkPage: z.enum(['twint', 'paymentPage']),
  captureParameter: z.enum(['no', 'yes']),
  checklist: checklistView,
  /** To be entered at the gateway or sent with each payment. */
  callbackUrls: z.object({ notify: z.string(), success: z.string(), failure: z.string() }),
  /** Why the gateway would not take these addresses, or null. */
  callbackProblem: z.string().nullable(),
  version: z.int(),
  updatedAt: z.int(),
});
export type ConnectionView = z.infer<typeof connectionView>;

const DAY_MS = 86_400_000;

/** How long a captured payment can be refunded in each environment of TWINT. */
export const refundWindows = { production: 180 * DAY_MS, test: 7 * DAY_MS };

/** Shows a connection to an admin of `merchantName`, who reaches us under `origin`. */
export function toConnectionView(
  row: ConnectionRow,
  { merchantName, origin, demo }: { merchantName: string; origin: string; demo: boolean },
): ConnectionView {
  const address = (kind: string) => `${origin}/callbacks/${row.slug}/${kind}`;
  const checked = callbackUrl(demo).safeParse(address('notify'));
  return {
    id: row.id,
    merchantId: row.merchantId,
    merchantName,
    slug: row.slug,
    label: row.label,
    brand: row.brand,
    baseUrl: row.baseUrl,
    gatewayMerchantId: row.gatewayMerchantId,
    mode: row.mode,
    cipherKind: row.cipherKind,
    keysSetAt: row.keysSetAt,
    refundWindow: row.refundWindowMs > refundWindows.test ? 'production' : 'test',
    minimum: row.minimum,
    severalCaptures: row.severalCaptures,
    partialReversal: row.partialReversal,
    inquiryShowsReversals: row.inquiryShowsReversals,
    forwardTo: row.forwardTo,
    linkPage: row.linkPage,
    captureParameter: row.captureParameter,
    checklist: row.checklist,
    callbackUrls: {
      notify: address('notify'),
      success: address('success'),
      failure: address('failure'),
    },
    callbackProblem: checked.success ? null : (checked.error.issues[0]?.message ?? 'refused'),
    version: row.version,
    updatedAt: row.updatedAt,
  };
}
