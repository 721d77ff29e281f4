import { createHmac, timingSafeEqual } from 'node:crypto';
import { latin1Bytes } from './latin1-bytes.ts';

/**
 * HMAC-SHA256 as 64 upper-case hex digits. Key and input are Latin-1 text, the key is not hex-decoded.
 * @throws RangeError for an empty key, with which anybody could sign.
 */
export function computeMac(key: string, input: string): string {
  return digest(key, input).toString('hex').toUpperCase();
}

/**
 * True if `candidate` is the MAC of `input`. Compares in constant time, takes either case and
 * trailing spaces (the gateway pads with spaces and the MAC may come last); never throws.
 */
export function verifyMac(key: string, input: string, candidate: string): boolean {
  const hex = candidate.trimEnd();
  if (!/^[0-9a-f]{64}$/i.test(hex)) return false;
  try {
    return timingSafeEqual(digest(key, input), Buffer.from(hex, 'hex'));
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function digest(key: string, input: string): Buffer {
  if (key === '') throw new RangeError('The MAC key is empty');
  const bytes = latin1Bytes(key, 'MAC key');
  // An ASCII key handed over as text skips the making of a key object, which costs more than the MAC.
  const secret = bytes.some((byte) => byte > 0x7f) ? bytes : key;

  return createHmac('sha256', secret).update(latin1Bytes(input, 'MAC input')).digest();
}
