/** How a plain text is filled up to whole blocks. */
export type Padding = 'zero' | 'space' | 'pkcs';

/**
 * Fills up to a multiple of `blockBytes`: with zero bytes (requests), spaces (what the gateway sends)
 * or by PKCS#7, which alone adds a whole block to a text that already fits.
 */
export function pad(plain: Uint8Array, blockBytes: number, padding: Padding): Uint8Array {
  const missing = blockBytes - (plain.length % blockBytes);
  if (missing === blockBytes && padding !== 'pkcs') return plain;

  const padded = new Uint8Array(plain.length + missing);
  padded.set(plain);
  if (padding !== 'zero') padded.fill(padding === 'space' ? 0x20 : missing, plain.length);

  return padded;
}
