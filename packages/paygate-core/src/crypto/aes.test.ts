import { expect, test } from 'vitest';
import { decryptAes, encryptAes } from './aes.ts';

const iv = new Uint8Array(16);

test.each([16, 24, 32])('round-trips with a key of %i bytes', (length) => {
  const key = new Uint8Array(length).fill(7);
  const plain = Buffer.from('PayID=1&TransID=2');
  const cipher = encryptAes(key, iv, plain);

  expect(cipher).toHaveLength(32);
  expect(Buffer.from(decryptAes(key, iv, cipher)).subarray(0, plain.length)).toEqual(plain);
});

test.each([0, 8, 15, 17, 33])('refuses a key of %i bytes', (length) => {
  expect(() => encryptAes(new Uint8Array(length), iv, iv)).toThrow(RangeError);
  expect(() => decryptAes(new Uint8Array(length), iv, iv)).toThrow(`${length}`);
});

test('refuses a wrong iv and text that is no whole blocks', () => {
  const key = new Uint8Array(16);

  expect(() => encryptAes(key, new Uint8Array(15), iv)).toThrow(RangeError);
  expect(() => encryptAes(key, iv, new Uint8Array(5), 'none')).toThrow(RangeError);
  expect(() => decryptAes(key, iv, new Uint8Array(5))).toThrow(RangeError);
});
