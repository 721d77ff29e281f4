import { describe, expect, test } from 'vitest';
import { open, seal } from './envelope.ts';
import type { Pair } from './parameters.ts';
import { createCipher } from './wire-cipher.ts';
import { WireError } from './wire-error.ts';

const blowfish = createCipher('blowfish', 'bf-demo-key-0001');
const aes = createCipher('aes', '0123456789abcdef');
const raw = (text: string) => Buffer.from(text, 'latin1');
const openText = (text: string) => open(blowfish, `${text.length}`, blowfish.seal(raw(text)));
const entriesOf = (text: string) => {
  const opened = openText(text);
  return opened.ok ? opened.parameters.entries() : opened.why;
};

describe('sealing', () => {
  test('counts bytes, pads with zeros and writes lower-case hex', () => {
    const { len, data } = seal(blowfish, [['OrderDesc', 'Café crème']]);

    expect(len).toBe(20);
    expect(data).toMatch(/^[0-9a-f]{48}$/);
    expect(Buffer.from(blowfish.open(data) ?? []).toString('latin1')).toBe(
      'OrderDesc=Café crème\0\0\0\0',
    );
  });

  test('pads with spaces or by PKCS and writes upper-case hex when asked to', () => {
    const spaces = seal(blowfish, [['a', '1']], { padding: 'space', hexCase: 'upper' });
    const pkcs = seal(blowfish, [['abc', '1234']], { padding: 'pkcs' });

    expect(spaces.data).toMatch(/^[0-9A-F]{16}$/);
    expect(Buffer.from(blowfish.open(spaces.data) ?? []).toString()).toBe('a=1     ');
    expect([...(blowfish.open(pkcs.data) ?? [])].slice(8)).toEqual(Array(8).fill(8));
  });

  test('AES takes a new iv for each message and pads by PKCS', () => {
    const [one, two] = [seal(aes, [['a', '1']]), seal(aes, [['a', '1']])];

    expect(one.data).toMatch(/^[0-9a-f]{32}-[0-9a-f]{32}$/);
    expect(one.data).not.toBe(two.data);
    expect([...(aes.open(one.data) ?? [])].slice(3)).toEqual(Array(13).fill(13));
  });

  test.each<[string, readonly Pair[], string]>([
    ['& in a value', [['OrderDesc', 'x&Amount=1']], 'OrderDesc'],
    ['& in a name', [['a&b', '1']], 'a&b'],
    ['= in a name', [['a=b', '1']], 'a=b'],
    ['an empty name', [['', '1']], ''],
    [
      'a name twice',
      [
        ['mac', '1'],
        ['MAC', '2'],
      ],
      'MAC',
    ],
    ['text beyond ISO-8859-1', [['UserData', '€']], 'UserData'],
    ['a line break', [['UserData', 'a\nb']], 'UserData'],
    ['nothing at all', [], 'Data'],
  ])('refuses %s', (_, pairs, parameter) => {
    expect(() => seal(blowfish, pairs)).toThrow(WireError);
    expect(() => seal(blowfish, pairs)).toThrow(expect.objectContaining({ parameter }));
  });

  test.each([
    ['blowfish', 'abc'],
    ['blowfish', 'k'.repeat(57)],
    ['aes', 'k'.repeat(15)],
  ] as const)('refuses a %s key of the wrong length', (kind, key) => {
    expect(() => createCipher(kind, key)).toThrow(RangeError);
    expect(() => createCipher(kind, key)).toThrow(`${key.length}`);
  });
});

describe('opening', () => {
  const { len, data } = seal(blowfish, [
    ['PayID', 'abc'],
    ['UserData', 'a=b'],
  ]);

  test.each(['zero', 'space', 'pkcs'] as const)(
    'cuts off %s padding in either case of hex',
    (padding) => {
      for (const cipher of [blowfish, aes]) {
        for (const hexCase of ['upper', 'lower'] as const) {
          const sealed = seal(
            cipher,
            [
              ['a', '12345'],
              ['b', 'x '],
            ],
            { padding, hexCase },
          );
          const opened = open(cipher, `${sealed.len}`, sealed.data);

          expect(opened.ok && opened.parameters.entries()).toEqual([
            ['a', '12345'],
            ['b', 'x '],
          ]);
        }
      }
    },
  );

  test('finds names in any case, keeps unknown ones, splits at the first =', () => {
    const opened = open(blowfish, `${len}`, data);

    expect(opened.ok && opened.parameters.get('payid')).toBe('abc');
    expect(opened.ok && opened.parameters.get('USERDATA')).toBe('a=b');
    expect(opened.ok && opened.parameters.get('TransID')).toBeUndefined();
  });

  test.each([
    [undefined, 'len-missing'],
    ['', 'len-missing'],
    [' 21', 'len-not-decimal'],
    ['+21', 'len-not-decimal'],
    ['2.1e1', 'len-not-decimal'],
    ['0x15', 'len-not-decimal'],
    ['-1', 'len-not-decimal'],
    ['021', 'len-not-decimal'],
    ['99999999999999999999', 'len-not-decimal'],
    ['25', 'len-outside'],
    ['15', 'len-outside'],
    ['0', 'len-outside'],
  ])('refuses Len %j: %s', (wrong, why) => {
    expect(data).toHaveLength(48);
    expect(open(blowfish, wrong, data)).toEqual({ ok: false, why });
  });

  test('takes every Len inside the last block', () => {
    for (let length = 16; length <= 24; length++) {
      expect(open(blowfish, `${length}`, data).ok).toBe(true);
    }
    const { data: aesData } = seal(aes, [['abcdef', '123456789']]);
    expect(open(aes, '16', aesData).ok).toBe(true);
    expect(open(aes, '15', aesData)).toEqual({ ok: false, why: 'len-outside' });
    expect(open(aes, '33', aesData)).toEqual({ ok: false, why: 'len-outside' });
  });

  test.each(['', 'zz', data.slice(2), data.slice(0, 47), `${data.slice(0, 46)}xy`, ` ${data}`])(
    'refuses Data that is no whole hex blocks (%#)',
    (wrong) => {
      expect(open(blowfish, `${len}`, wrong)).toEqual({ ok: false, why: 'data-not-blocks' });
    },
  );

  test('refuses AES data under a Blowfish key and the other way round', () => {
    const other = seal(aes, [['a', '1']]);

    expect(open(blowfish, '3', other.data)).toEqual({ ok: false, why: 'data-not-blocks' });
    expect(open(aes, `${len}`, data)).toEqual({ ok: false, why: 'data-not-blocks' });
    expect(open(aes, '3', `${other.data}-00`)).toEqual({ ok: false, why: 'data-not-blocks' });
  });

  test('refuses what was sealed with another key', () => {
    expect(open(createCipher('blowfish', 'another-key-0001'), `${len}`, data).ok).toBe(false);
  });

  test.each([
    [
      'a=1&b=2',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    [
      'a=1&&b=',
      [
        ['a', '1'],
        ['b', ''],
      ],
    ],
    [
      'Description=yes & no',
      [
        ['Description', 'yes '],
        [' no', ''],
      ],
    ],
    ['a=1&A=1', 'duplicate-name'],
    ['MAC=1&PayID=2&mac=3', 'duplicate-name'],
    ['nothing here', 'not-pairs'],
    ['\u0001\u0090=1', 'not-pairs'],
  ])('reads %j', (text, expected) => {
    expect(entriesOf(text)).toEqual(expected);
  });
});
