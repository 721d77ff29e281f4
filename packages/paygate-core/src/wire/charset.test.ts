import { describe, expect, test } from 'vitest';
import { toLatin1, transliterate } from './charset.ts';

test.each([
  ['5 € – “ja”', '5 EUR - "ja"'],
  ['l’œuf, Œuvre …', "l'oeuf, OEuvre ..."],
  ['Cafe\u0301', 'Café'],
  ['a\u00a0b', 'a\u00a0b'],
  ['−5 ‐ ‑ ‒ — ―', '-5 - - - - -'],
  ['‚a‘ „b“ ‛', "'a' \"b\" '"],
  ['Zürich 20.–', 'Zürich 20.-'],
])('writes %j as %j', (text, expected) => {
  expect(transliterate(text)).toBe(expected);
  expect(Buffer.from(toLatin1(transliterate(text))).toString('latin1')).toBe(expected);
});

describe('what cannot be written is refused, never replaced by a question mark', () => {
  test.each(['\u0000', '\t', '\n', '\u007f', '\u0080', '\u009f', 'Š', '中', '😀', '\ud800'])(
    '%j',
    (text) => {
      expect(() => toLatin1(transliterate(`a${text}b`))).toThrow(RangeError);
    },
  );
});

test('é is one byte', () => {
  expect([...toLatin1('é')]).toEqual([0xe9]);
});
