import { describe, expect, test } from 'vitest';
import { createBlowfish } from './blowfish.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex').toUpperCase();
const bytes = (text: string) => Buffer.from(text, 'hex');

describe('the published variable-length key vectors', () => {
  const key = bytes('F0E1D2C3B4A5968778695A4B3C2D1E0F0011223344556677');

  test.each([
    [4, 'BE1E639408640F05'],
    [5, 'B39E44481BDB1E6E'],
    [6, '9457AA83B1928C0D'],
    [7, '8BB77032F960629D'],
    [8, 'E87A244E2CC85E82'],
    [9, '15750E7A4F4EC577'],
    [10, '122BA70B3AB64AE0'],
    [11, '3A833C9AFFC537F6'],
    [12, '9409DA87A90F6BF2'],
    [13, '884F80625060B8B4'],
    [14, '1F85031C19E11968'],
    [15, '79D9373A714CA34F'],
    [16, '93142887EE3BE15C'],
    [17, '03429E838CE2D14B'],
    [18, 'A4299E27469FF67B'],
    [19, 'AFD5AED1C1BC96A8'],
    [20, '10851C0E3858DA9F'],
    [21, 'E6F51ED79B9DB21F'],
    [22, '64A6E14AFD36B46F'],
    [23, '80C7D7D45A5479AD'],
    [24, '05044B62FA52D080'],
  ])('a key of %i bytes', (length, expected) => {
    const cipher = createBlowfish(key.subarray(0, length));

    expect(hex(cipher.encrypt(bytes('FEDCBA9876543210')))).toBe(expected);
    expect(hex(cipher.decrypt(bytes(expected)))).toBe('FEDCBA9876543210');
  });
});

// Computed once with OpenSSL's legacy provider, for the long end that no published vector reaches.
test.each([
  [55, '83A8829DF07DB96540A2ACCBF34ADE46'],
  [56, '83CBADE6A7845D321AC60640113AF032'],
])('agrees with OpenSSL for a key of %i bytes', (length, expected) => {
  const key = Uint8Array.from({ length }, (_, i) => i * 7 + 3);
  const plain = bytes('FEDCBA98765432100123456789ABCDEF');

  expect(hex(createBlowfish(key).encrypt(plain))).toBe(expected);
});

test.each([0, 1, 3, 57, 64])('refuses a key of %i bytes and names the length', (length) => {
  expect(() => createBlowfish(new Uint8Array(length))).toThrow(RangeError);
  expect(() => createBlowfish(new Uint8Array(length))).toThrow(` ${length}`);
  expect(() => createBlowfish('k'.repeat(length))).toThrow(RangeError);
});

test('refuses a key that is no Latin-1 text, without showing it', () => {
  expect(() => createBlowfish('secret €')).toThrow(RangeError);
  expect(() => createBlowfish('secret €')).not.toThrow(/secret/);
});

test('reads a key as Latin-1 bytes and repeats it', () => {
  const plain = bytes('00112233445566778899AABBCCDDEEFF');
  const long = createBlowfish('passwordpassword');

  expect(createBlowfish('password').encrypt(plain)).toEqual(long.encrypt(plain));
  expect(createBlowfish('clé-à-moi').encrypt(plain)).toEqual(
    createBlowfish(Buffer.from('clé-à-moi', 'latin1')).encrypt(plain),
  );
});

test('one schedule serves many messages and leaves its input alone', () => {
  const cipher = createBlowfish('bf-demo-key-0001');
  const plain = Uint8Array.from({ length: 800 }, (_, i) => i);
  const copy = plain.slice();
  const first = cipher.encrypt(plain);

  expect(plain).toEqual(copy);
  expect(cipher.encrypt(plain)).toEqual(first);
  expect(cipher.decrypt(first)).toEqual(plain);
  expect(cipher.encrypt(plain)).toEqual(first);
});

test.each([1, 7, 9, 15])('refuses %i bytes, which are no whole blocks', (length) => {
  const cipher = createBlowfish('bf-demo-key-0001');

  expect(() => cipher.encrypt(new Uint8Array(length))).toThrow(RangeError);
  expect(() => cipher.decrypt(new Uint8Array(length))).toThrow(RangeError);
});
