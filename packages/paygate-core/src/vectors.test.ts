import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { computeMac, createBlowfish, decryptAes, encryptAes, verifyMac } from './crypto/index.ts';
import { type CipherKind, createCipher, open, parseBody, seal } from './wire/index.ts';
import { type Padding, pad } from './wire/padding.ts';

const vectorFile = z.object({
  vectors: z.array(
    z.object({
      id: z.string(),
      what: z.string(),
      algorithm: z.string(),
      inputs: z.object({
        key_ascii: z.string().optional(),
        key_hex: z.string().optional(),
        iv_hex: z.string().optional(),
        message: z.string().optional(),
        plaintext: z.string().optional(),
        plaintext_hex: z.string().optional(),
        padding: z.enum(['none', 'zero', 'space', 'pkcs']).optional(),
      }),
      expected: z.union([z.string(), z.object({ Len: z.int(), Data: z.string() })]),
    }),
  ),
});

// A missing or empty file throws here and fails the run.
const { vectors } = vectorFile.parse(
  JSON.parse(readFileSync(new URL('./vectors.json', import.meta.url), 'utf8')),
);
const hex = (text: string | undefined) => Buffer.from(text ?? '', 'hex');

const macs = vectors.flatMap(({ algorithm, expected, inputs, ...vector }) =>
  algorithm === 'HMAC-SHA256' && typeof expected === 'string' && inputs.message !== undefined
    ? [{ ...vector, key: inputs.key_ascii ?? '', message: inputs.message, expected }]
    : [],
);
const ciphers = vectors.flatMap(({ expected, inputs, ...vector }) =>
  typeof expected === 'object' ? [{ ...vector, ...inputs, expected }] : [],
);
const blowfish = ciphers.filter(({ algorithm }) => algorithm === 'Blowfish-ECB');
const aes = ciphers.filter(({ algorithm }) => algorithm.startsWith('AES'));
const messages = ciphers.filter(({ plaintext }) => plaintext?.includes('='));

test('the file holds every kind of vector, and none is left over', () => {
  expect(vectors).toHaveLength(26);
  expect(macs).toHaveLength(10);
  expect(blowfish).toHaveLength(15);
  expect(aes).toHaveLength(1);
  expect(macs.length + blowfish.length + aes.length).toBe(vectors.length);
  expect(messages.length).toBeGreaterThanOrEqual(8);
});

describe.each(macs)('$id: $what', ({ key, message, expected }) => {
  test('is what we compute, and verifies', () => {
    expect(computeMac(key, message)).toBe(expected.toUpperCase());
    expect(verifyMac(key, message, expected)).toBe(true);
    expect(verifyMac(key, `${message}x`, expected)).toBe(false);
  });
});

describe.each(blowfish)('$id: $what', ({ key_hex, plaintext_hex, padding, expected }) => {
  const plain = hex(plaintext_hex);
  const padded = padding === undefined || padding === 'none' ? plain : pad(plain, 8, padding);
  const cipher = createBlowfish(hex(key_hex));

  test('encrypts and decrypts', () => {
    expect(plain).toHaveLength(expected.Len);
    expect(Buffer.from(cipher.encrypt(padded)).toString('hex')).toBe(expected.Data.toLowerCase());
    expect(Buffer.from(cipher.decrypt(hex(expected.Data))).equals(padded)).toBe(true);
  });
});

describe.each(aes)('$id: $what', ({ key_hex, iv_hex, plaintext_hex, expected }) => {
  const [iv = '', data = ''] = expected.Data.split('-');

  test('encrypts and decrypts', () => {
    const cipher = encryptAes(hex(key_hex), hex(iv_hex), hex(plaintext_hex));
    const plain = decryptAes(hex(key_hex), hex(iv), hex(data)).subarray(0, expected.Len);

    expect(Buffer.from(cipher).toString('hex')).toBe(data.toLowerCase());
    expect(Buffer.from(plain).toString('hex')).toBe(plaintext_hex);
  });
});

describe.each(messages)('$id as a whole message', (vector) => {
  const { algorithm, key_hex, iv_hex, plaintext_hex, expected, padding } = vector;
  const kind: CipherKind = algorithm === 'Blowfish-ECB' ? 'blowfish' : 'aes';
  const cipher = createCipher(kind, hex(key_hex).toString('latin1'), () => hex(iv_hex));
  const text = hex(plaintext_hex).toString('latin1');

  test('opens in either case to its pairs', () => {
    for (const data of [expected.Data.toLowerCase(), expected.Data.toUpperCase()]) {
      const body = parseBody(`Len=${expected.Len}&Data=${data}`);
      const opened =
        body.kind === 'sealed' ? open(cipher, body.len, body.data) : { ok: false as const };

      expect(opened.ok && opened.parameters.entries().map((pair) => pair.join('='))).toEqual(
        text.split('&'),
      );
    }
  });

  // UTF-8 bytes read as ISO-8859-1 hold 0x80–0x9F or not; what is inside that range is never sent.
  test('is what we seal', () => {
    const pairs = text.split('&').map((pair): [string, string] => {
      const border = pair.indexOf('=');
      return [pair.slice(0, border), pair.slice(border + 1)];
    });

    expect(seal(cipher, pairs, { padding: padding as Padding })).toEqual({
      len: expected.Len,
      data: expected.Data.toLowerCase(),
    });
  });
});
