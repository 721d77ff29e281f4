import { isLatin1 } from './charset.ts';
import type { Padding } from './padding.ts';
import { type Pair, type PairsFailure, type Parameters, parsePairs } from './parameters.ts';
import type { WireCipher } from './wire-cipher.ts';
import { WireError } from './wire-error.ts';

export type SealOptions = {
  readonly padding?: Padding;
  readonly hexCase?: 'upper' | 'lower';
};

/** `Len` (bytes of the plain text before padding) and `Data` of one message. */
export type Sealed = { readonly len: number; readonly data: string };

export type Opened =
  | { readonly ok: true; readonly parameters: Parameters }
  | { readonly ok: false; readonly why: OpenFailure };

export type OpenFailure =
  | 'len-missing'
  | 'len-not-decimal'
  | 'len-outside'
  | 'data-not-blocks'
  | PairsFailure;

/**
 * Encrypts pairs for the wire. What comes out opens to exactly the same pairs, or nothing comes out.
 * @throws WireError for a name that is not printable ASCII without `&`, `=` and space or occurs
 * twice, and for a value with `&` or with a character that ISO-8859-1 cannot carry.
 */
export function seal(
  cipher: WireCipher,
  parameters: Iterable<Pair>,
  { padding, hexCase = 'lower' }: SealOptions = {},
): Sealed {
  const plain = Buffer.from(joinPairs(parameters), 'latin1');
  const data = cipher.seal(plain, padding);

  return { len: plain.length, data: hexCase === 'upper' ? data.toUpperCase() : data };
}

/**
 * Decrypts `Data` and cuts it at `Len`, so that zeros, spaces and PKCS padding all fall off.
 *
 * `Len` must be a plain decimal and lie within the last block, else the message was cut, spliced or
 * sealed by somebody else. Decrypted is not verified: only a MAC makes a callback authentic.
 */
export function open(cipher: WireCipher, len: string | undefined, data: string): Opened {
  if (len === undefined || len === '') return { ok: false, why: 'len-missing' };
  if (!/^(?:0|[1-9][0-9]{0,8})$/.test(len)) return { ok: false, why: 'len-not-decimal' };

  const bytes = cipher.open(data);
  if (bytes === null) return { ok: false, why: 'data-not-blocks' };

  const length = Number(len);
  if (length > bytes.length || length < bytes.length - cipher.blockBytes) {
    return { ok: false, why: 'len-outside' };
  }

  const text = Buffer.from(bytes.buffer, bytes.byteOffset, length).toString('latin1');
  const parameters = parsePairs(text);
  if (typeof parameters === 'string') return { ok: false, why: parameters };

  return { ok: true, parameters };
}

function joinPairs(parameters: Iterable<Pair>): string {
  const names = new Set<string>();
  let text = '';
  for (const [name, value] of parameters) {
    const key = name.toLowerCase();
    if (!/^[\x21-\x25\x27-\x3c\x3e-\x7e]+$/.test(name)) {
      throw new WireError(name, 'a name is printable ASCII without &, = and space');
    }
    if (names.has(key)) throw new WireError(name, 'occurs twice');
    if (value.includes('&')) throw new WireError(name, 'must not contain &');
    if (!isLatin1(value)) throw new WireError(name, 'must be printable ISO-8859-1 text');
    names.add(key);
    text += `${text === '' ? '' : '&'}${name}=${value}`;
  }
  if (text === '') throw new WireError('Data', 'a message has at least one parameter');

  return text;
}
