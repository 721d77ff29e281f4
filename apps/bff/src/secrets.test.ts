import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createSecrets } from './secrets.ts';

const secrets = createSecrets(randomBytes(32));

describe('a sealed value', () => {
  test('opens for the purpose it was sealed for', () => {
    const sealed = secrets.seal('connection:1:mac-key', 'Schlüssel');

    expect(secrets.open('connection:1:mac-key', sealed)).toBe('Schlüssel');
  });

  test('does not show its content, nor that two are the same', () => {
    const sealed = secrets.seal('a', 'a well known text');

    expect(sealed.toString('latin1')).not.toContain('well known');
    expect(secrets.seal('a', 'a well known text').equals(sealed)).toBe(false);
  });

  test.each([
    ['for another purpose', (sealed: Buffer) => secrets.open('b', sealed)],
    ['when one bit differs', (sealed: Buffer) => secrets.open('a', flipped(sealed, 40))],
    ['when its tag differs', (sealed: Buffer) => secrets.open('a', flipped(sealed, 15))],
    ['of another format', (sealed: Buffer) => secrets.open('a', flipped(sealed, 0))],
    ['cut short', (sealed: Buffer) => secrets.open('a', sealed.subarray(0, 20))],
    ['under another key', (sealed: Buffer) => createSecrets(randomBytes(32)).open('a', sealed)],
  ])('does not open %s', (_, open) => {
    const sealed = secrets.seal('a', 'a text of some length');

    expect(() => open(sealed)).toThrow();
  });
});

test('a master key of another length is refused', () => {
  expect(() => createSecrets(randomBytes(16))).toThrow(RangeError);
});

function flipped(sealed: Buffer, at: number): Buffer {
  const copy = Buffer.from(sealed);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}
