import { cipherOf, type MerchantSettings } from './merchants.ts';

export type Pair = readonly [name: string, value: string];

/** `Len` and `Data` of a message, ready for the wire. */
export type Envelope = { readonly len: number; readonly data: string };

/**
 * Seals a message as the gateway does: ISO-8859-1, `Len` in bytes, padded with spaces to whole
 * blocks, upper-case hex. An AES cipher pads by itself.
 */
export function sealMessage(settings: MerchantSettings, message: string): Envelope {
  const cipher = cipherOf(settings);
  const bytes = Buffer.from(message, 'latin1');
  const blocks = Math.ceil(bytes.length / 8) * 8;
  const padded =
    cipher.kind === 'aes' ? bytes : Buffer.alloc(blocks, 0x20).fill(bytes, 0, bytes.length);
  return { len: bytes.length, data: cipher.seal(padded).toUpperCase() };
}

/** Opens what a merchant sealed: cut at `Len`, first `=` splits. Null if it cannot be read at all. */
export function openMessage(settings: MerchantSettings, len: string, data: string): Pair[] | null {
  const bytes = cipherOf(settings).open(data);
  if (bytes === null || !/^[0-9]{1,6}$/.test(len)) return null;
  const length = Number(len);
  if (length === 0 || length > bytes.length) return null;
  return splitPairs(Buffer.from(bytes).toString('latin1', 0, length));
}

/** The pairs of a message text; values are raw, nothing is URL-decoded. */
function splitPairs(text: string): Pair[] {
  return text.split('&').map((pair) => {
    const at = pair.indexOf('=');
    return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
  });
}

export function joinPairs(pairs: readonly Pair[]): string {
  return pairs.map(([name, value]) => `${name}=${value}`).join('&');
}

/** Looks a name up without regard to case; the first one counts. */
export function pairValue(pairs: readonly Pair[], name: string): string | null {
  const wanted = name.toLowerCase();
  return pairs.find(([key]) => key.toLowerCase() === wanted)?.[1] ?? null;
}
