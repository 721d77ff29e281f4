import { createCipher, type WireCipher } from 'paygate-core/wire';
import { z } from 'zod';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Everything about the gateway that no source decides, and what support sets up per merchant. */
export const merchantSettings = z.strictObject({
  name: z.string().min(1).max(60),
  mode: z.enum(['deferred', 'sale']),
  cipher: z.enum(['blowfish', 'aes']),
  cipherKey: z.string().min(4).max(56),
  macKey: z.string().min(1).max(64),
  /** Minor units; smaller amounts are refused with detail 0070. */
  minimum: z.int().min(1),
  captureWindowMs: z.int().positive(),
  refundWindowMs: z.int().positive(),
  severalCaptures: z.boolean(),
  partialReversal: z.boolean(),
  /** What reverse.aspx does when the last step was a capture or a credit. */
  reverseAfterCapture: z.enum(['undo', 'refuse']),
  /** What a CompleteType other than YES does; one document reads as if any value closed. */
  completeTypeOther: z.enum(['closes', 'keeps-open', 'refused']),
  /** After the capture window: the money is released (AmountAuth 0), or captures are refused only. */
  afterExpiry: z.enum(['released', 'refused']),
  closeLowersAmountAuth: z.boolean(),
  /** Whether an inquiry tells the RefNr: "sometimes" is all that can be read. */
  inquiryTellsRefNr: z.boolean(),
  /** The Code that goes with AUTHORIZE_REQUEST is documented nowhere. */
  authorizeRequestCode: z.string().regex(/^[0-9A-Z]{8}$/),
  /** Whether AUTHORIZE_REQUEST counts as final for ReqId. */
  authorizeRequestIsFinal: z.boolean(),
  /** The Capture parameter (AUTO, MANUAL, hours) overrides `mode`. */
  honorCapture: z.boolean(),
  /** Digits 2 to 4 of codes that come from TWINT; its real module is unknown. */
  twintModule: z.string().regex(/^[0-9A-F]{3}$/),
  notifyMethod: z.enum(['POST', 'GET']),
  notifyAfterSteps: z.boolean(),
  notifyExpiry: z.boolean(),
  returnMethod: z.enum(['GET', 'POST']),
  merchantParameter: z.enum(['mid', 'MerchantID']),
  /** Names in another case, another order and one unknown field, as the documents warn. */
  shuffleParameters: z.boolean(),
  saleSettleMs: z.int().positive(),
  abandonAfterMs: z.int().positive(),
  lateNotifyMs: z.int().positive(),
});

export type MerchantSettings = z.infer<typeof merchantSettings>;

const shared: MerchantSettings = {
  name: 'Alpenglück Laden',
  mode: 'deferred',
  cipher: 'blowfish',
  cipherKey: 'bf-demo-key-0001',
  macKey: 'hmac-demo-key-0123456789abcdef01',
  minimum: 100,
  captureWindowMs: 7 * dayMs,
  refundWindowMs: 180 * dayMs,
  severalCaptures: true,
  partialReversal: true,
  reverseAfterCapture: 'undo',
  completeTypeOther: 'closes',
  afterExpiry: 'released',
  closeLowersAmountAuth: false,
  inquiryTellsRefNr: true,
  authorizeRequestCode: '00000000',
  authorizeRequestIsFinal: false,
  honorCapture: false,
  twintModule: '000',
  notifyMethod: 'POST',
  notifyAfterSteps: false,
  notifyExpiry: false,
  returnMethod: 'GET',
  merchantParameter: 'mid',
  shuffleParameters: false,
  saleSettleMs: 20 * minuteMs,
  abandonAfterMs: 35 * minuteMs,
  lateNotifyMs: 65 * minuteMs,
};

/** The merchants every simulator knows; their settings can be changed while it runs. */
export function builtInMerchants(): Map<string, MerchantSettings> {
  return new Map([
    ['desk_demo', shared],
    ['desk_demo_sale', { ...shared, name: 'Alpenglück Kiosk', mode: 'sale' }],
    ['desk_demo_test', { ...shared, name: 'Alpenglück Test', refundWindowMs: 7 * dayMs }],
    ['desk_other', { ...shared, name: 'Seeblick Handel' }],
  ]);
}

const ciphers = new Map<string, WireCipher>();

/** The merchant's cipher. Key schedules are kept, because building one costs 521 encryptions. */
export function cipherOf({ cipher, cipherKey }: MerchantSettings): WireCipher {
  const name = `${cipher} ${cipherKey}`;
  const known = ciphers.get(name) ?? createCipher(cipher, cipherKey);
  ciphers.set(name, known);
  return known;
}
