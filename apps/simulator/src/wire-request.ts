import { computeMac, verifyMac } from 'paygate-core/crypto';
import { code } from './codes.ts';
import { openMessage, type Pair, pairValue } from './envelope.ts';
import type { MerchantSettings } from './merchants.ts';
import { checkFormats, type Field, type FieldName, missingField } from './request-fields.ts';
import type { World } from './world.ts';

/** A request that opened, carried a right MAC and kept to the formats. */
export type WireRequest = {
  readonly merchantId: string;
  readonly settings: MerchantSettings;
  get(name: FieldName): string | null;
};

export type Opened =
  | { readonly ok: true; readonly request: WireRequest }
  | ({ readonly ok: false } & Rejection);

/**
 * A request that was turned away. Once it opened, the key is known to be right: `sealFor` says with
 * whose settings the answer is sealed, and `echo` which ids it repeats.
 */
export type Rejection = {
  readonly code: string;
  readonly merchantId: string | null;
  readonly sealFor: MerchantSettings | null;
  readonly echo: readonly Pair[];
};

export type Expected = {
  readonly fields: readonly Field[];
  /** The MAC input, parts joined with `*`; an empty part stands for an absent field. */
  readonly macParts: readonly (FieldName | '')[];
  readonly macOptional?: boolean;
};

/**
 * Opens and checks a request: merchant, decryption, mandatory fields, MAC, formats — in this order,
 * so that a forged request learns nothing about formats.
 */
export function openRequest(world: World, body: string, expected: Expected): Opened {
  const clear = [...new URLSearchParams(body)];
  const merchantId = pairValue(clear, 'MerchantID');
  if (merchantId === null || merchantId === '') return refuse(code.missing('0003'), null);
  const settings = world.state.merchants.get(merchantId);
  if (settings === undefined) return refuse(code.notAllowed('0003'), null);

  const data = pairValue(clear, 'Data');
  const len = pairValue(clear, 'Len');
  if (data === null || data === '') return refuse(code.missing('0007'), merchantId);
  if (len === null || len === '') return refuse(code.missing('0008'), merchantId);
  const pairs = openMessage(settings, len, data);
  if (pairs === null || !mentionsAField(pairs)) return refuse(code.undecryptable, merchantId);
  return checkPairs(pairs, merchantId, settings, expected);
}

function checkPairs(
  pairs: readonly Pair[],
  merchantId: string,
  settings: MerchantSettings,
  { fields, macParts, macOptional = false }: Expected,
): Opened {
  const get = (name: string) => {
    const value = pairValue(pairs, name);
    return value === '' ? null : value;
  };
  const reject = (value: string): Opened => ({
    ok: false,
    code: value,
    merchantId,
    sealFor: settings,
    echo: pairs.filter(([name]) => /^(PayID|TransID)$/i.test(name)),
  });
  const missing = missingField(fields, get);
  if (missing !== null) return reject(code.missing(missing));
  if (get('MerchantID') !== merchantId) return reject(code.notAllowed('0003'));

  const mac = get('MAC');
  if (mac === null && !macOptional) return reject(code.missing('0044'));
  const input = macParts.map((part) => (part === '' ? '' : (get(part) ?? ''))).join('*');
  if (mac !== null && !verifyMac(settings.macKey, input, mac)) return reject(code.invalidMac);
  const wrong = checkFormats(fields, get);
  if (wrong !== null) return reject(wrong);
  return { ok: true, request: { merchantId, settings, get } };
}

/** The MAC of a callback, computed from the parts as they are sent. */
export function callbackMac(macKey: string, parts: readonly string[]): string {
  return computeMac(macKey, parts.join('*'));
}

/** With the wrong key a message still decrypts, into noise that names no parameter. */
function mentionsAField(pairs: readonly Pair[]): boolean {
  return ['MerchantID', 'TransID', 'PayID', 'MAC'].some((name) => pairValue(pairs, name) !== null);
}

function refuse(value: string, merchantId: string | null): Opened {
  return { ok: false, code: value, merchantId, sealFor: null, echo: [] };
}
