import { randomBytes } from 'node:crypto';
import { decryptAes, encryptAes } from '../crypto/aes.ts';
import { createBlowfish } from '../crypto/blowfish.ts';
import { latin1Bytes } from '../crypto/latin1-bytes.ts';
import { type Padding, pad } from './padding.ts';

/**
 * One merchant's key, ready for any number of messages; turns plain bytes into `Data` and back.
 * `seal` answers lower-case hex; `open` takes either case, keeps the padding on and answers null for
 * anything that is not whole hex blocks.
 */
export type WireCipher = {
  readonly kind: CipherKind;
  readonly blockBytes: 8 | 16;
  readonly seal: (plain: Uint8Array, padding?: Padding) => string;
  readonly open: (data: string) => Uint8Array | null;
};

export type CipherKind = 'blowfish' | 'aes';

/**
 * Prepares the key of a merchant id. Blowfish pads with zeros and AES by PKCS#7 unless told
 * otherwise, as the clients known to work do.
 * @throws RangeError naming the key length: Blowfish 4–56 bytes, AES 16, 24 or 32.
 */
export function createCipher(
  kind: CipherKind,
  key: string,
  randomIv: () => Uint8Array = () => randomBytes(16),
): WireCipher {
  return kind === 'blowfish' ? blowfishCipher(key) : aesCipher(latin1Bytes(key, 'key'), randomIv);
}

function blowfishCipher(key: string): WireCipher {
  const blowfish = createBlowfish(key);

  return {
    kind: 'blowfish',
    blockBytes: 8,
    seal: (plain, padding = 'zero') => toHex(blowfish.encrypt(pad(plain, 8, padding))),
    open: (data) => {
      const bytes = fromHex(data, 8);
      return bytes && blowfish.decrypt(bytes);
    },
  };
}

/** `Data` is the iv as 32 hex digits, a hyphen, and the cipher text; the iv is new for each message. */
function aesCipher(key: Uint8Array, randomIv: () => Uint8Array): WireCipher {
  // Refuses a wrong key length now instead of at the first message.
  encryptAes(key, new Uint8Array(16), new Uint8Array(0));

  return {
    kind: 'aes',
    blockBytes: 16,
    seal: (plain, padding = 'pkcs') => {
      const iv = randomIv();
      return `${toHex(iv)}-${toHex(encryptAes(key, iv, pad(plain, 16, padding), 'none'))}`;
    },
    open: (data) => {
      const [ivHex = '', hex = '', ...more] = data.split('-', 3);
      const iv = fromHex(ivHex, 16);
      const bytes = fromHex(hex, 16);
      if (iv?.length !== 16 || bytes === null || more.length > 0) return null;
      return decryptAes(key, iv, bytes);
    },
  };
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}

function fromHex(hex: string, blockBytes: number): Uint8Array | null {
  if (hex.length === 0 || hex.length % (2 * blockBytes) !== 0) return null;
  // Decoding stops at the first character that is no hex digit, so a shorter result means bad text.
  const bytes = Buffer.from(hex, 'hex');

  return bytes.length * 2 === hex.length ? bytes : null;
}
