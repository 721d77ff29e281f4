import { createCipheriv, createDecipheriv } from 'node:crypto';

/**
 * AES-CBC, the variant that the gateway enables per merchant id; 128, 192 or 256 bits by key length.
 *
 * `pkcs` pads by PKCS#7 and is what clients of this gateway send; `none` wants whole blocks.
 * @throws RangeError unless the key has 16, 24 or 32 bytes and the iv 16.
 */
export function encryptAes(
  key: Uint8Array,
  iv: Uint8Array,
  plain: Uint8Array,
  padding: 'pkcs' | 'none' = 'pkcs',
): Uint8Array {
  const cipher = createCipheriv(algorithm(key, iv), key, iv);
  cipher.setAutoPadding(padding === 'pkcs');
  if (padding === 'none') requireBlocks(plain);

  return Buffer.concat([cipher.update(plain), cipher.final()]);
}

/**
 * Decrypts whole blocks and leaves the padding on: the gateway's own padding is not documented,
 * so a message is cut at its `Len` instead.
 * @throws RangeError for a wrong key or iv length, or a text that is not a multiple of 16 bytes.
 */
export function decryptAes(key: Uint8Array, iv: Uint8Array, cipher: Uint8Array): Uint8Array {
  const decipher = createDecipheriv(algorithm(key, iv), key, iv);
  decipher.setAutoPadding(false);
  requireBlocks(cipher);

  return Buffer.concat([decipher.update(cipher), decipher.final()]);
}

function algorithm(key: Uint8Array, iv: Uint8Array): string {
  if (![16, 24, 32].includes(key.length)) {
    throw new RangeError(`An AES key has 16, 24 or 32 bytes, this one has ${key.length}`);
  }
  if (iv.length !== 16) throw new RangeError(`An AES iv has 16 bytes, this one has ${iv.length}`);

  return `aes-${key.length * 8}-cbc`;
}

function requireBlocks(bytes: Uint8Array): void {
  if (bytes.length % 16 !== 0) {
    throw new RangeError(`AES works on whole blocks of 16 bytes, not on ${bytes.length} bytes`);
  }
}
