import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBlowfish } from '../crypto/blowfish.ts';
import { openNotification } from '../notification.ts';
import { openAnswer } from '../operations/answer.ts';
import { buildTwintRequest } from '../operations/twint.ts';
import { parseBody } from './body.ts';
import { open, seal } from './envelope.ts';
import { type Pair, parsePairs } from './parameters.ts';
import { createCipher } from './wire-cipher.ts';
import { WireError } from './wire-error.ts';

/*
 * Each property is a function of the implementation, so that it can also be shown a broken one: a
 * property that no defect turns red proves nothing.
 */

type Codec = { readonly seal: typeof seal; readonly open: typeof open };

const cipher = createCipher('blowfish', 'bf-demo-key-0001');
const credentials = { merchantId: 'desk_demo', cipher, macKey: 'hmac-demo-key' };
const run = { numRuns: 100_000, seed: 20_261_122 };
const longRun = 300_000;

const name = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('PayID', 'TransID', 'RefNr', 'UserData', 'Len', 'MAC') },
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 8 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
);
const latin1Character = fc.integer({ min: 0xa0, max: 0xff }).map((c) => String.fromCharCode(c));
const value = fc.oneof(
  { weight: 8, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 20 }) },
  { weight: 4, arbitrary: fc.string({ unit: latin1Character, maxLength: 20 }) },
  { weight: 2, arbitrary: fc.constantFrom('x&Amount=1', 'a=b&&', 'Len=3', ' ', '', '  \u00a0 ') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 10 }) },
);
const record = fc.array(fc.tuple(name, value), { maxLength: 6 });

function roundTripsOrRefuses(codec: Codec, seen = { sealed: 0, refused: 0 }) {
  return fc.property(record, fc.constantFrom('zero', 'space', 'pkcs'), (pairs, padding) => {
    const sealed = refusable(() => codec.seal(cipher, pairs, { padding }));
    if (sealed === null) {
      seen.refused++;
      return;
    }
    seen.sealed++;
    const opened = codec.open(cipher, String(sealed.len), sealed.data);

    expect(opened.ok ? opened.parameters.entries() : opened.why).toEqual(pairs);
  });
}

function neverBecomesASecondParameter(codec: Codec) {
  const text = fc.oneof(
    value,
    fc
      .tuple(value, fc.constantFrom('&', '%26', '|', '\n', '＆'), value)
      .map((parts) => parts.join('')),
  );
  const free = fc.record({ orderDesc: text, userData: text, custom: text, transId: text });

  return fc.property(free, fc.boolean(), (fields, keepTransId) => {
    const pairs = refusable(() =>
      buildTwintRequest(credentials, {
        amount: 2330,
        currency: 'CHF',
        urlSuccess: 'https://shop.example/success',
        urlFailure: 'https://shop.example/failure',
        urlNotify: 'https://shop.example/notify',
        ...fields,
        userData: fields.userData === '' ? undefined : fields.userData,
        custom: fields.custom === '' ? undefined : fields.custom,
        transId: keepTransId ? fields.transId : 'T-1',
      }),
    );
    // What the schemas refuse goes to the envelope as it is: both have to hold on their own.
    const raw: Pair[] = [
      ['TransID', fields.transId],
      ['OrderDesc', fields.orderDesc],
      ['Amount', '2330'],
    ];
    for (const wanted of [pairs ?? raw, raw]) {
      const sealed = refusable(() => codec.seal(cipher, wanted));
      if (sealed === null) continue;
      const opened = codec.open(cipher, String(sealed.len), sealed.data);
      const names = opened.ok ? opened.parameters.entries().map(([key]) => key) : [];

      expect(names).toEqual(wanted.map(([key]) => key));
      expect(opened.ok && opened.parameters.get('amount')).toBe('2330');
    }
  });
}

type Reader = (len: string, data: string, body: string) => unknown;

function survivesAnything(read: Reader) {
  const hex = fc.uint8Array({ maxLength: 64 }).map((bytes) => Buffer.from(bytes).toString('hex'));
  const blocks = fc
    .uint8Array({ minLength: 8, maxLength: 64 })
    .map((bytes) => Buffer.from(bytes.subarray(0, bytes.length & ~7)).toString('hex'));
  const sealedText = fc
    .string({ unit: 'binary', maxLength: 40 })
    .map((text) => cipher.seal(Buffer.from(text, 'latin1')));
  const anything = fc.string({ unit: 'binary', maxLength: 60 });
  const piece = fc.oneof(
    fc.constantFrom('Len=', '&Data=', '&mid=', '&MerchantID=', '&', '=', '%', '%zz', '\0', '9'),
    fc.string({ maxLength: 10 }),
    hex,
  );
  const len = fc.oneof(fc.nat(80).map(String), anything);
  const data = fc.oneof(blocks, hex, sealedText, anything);
  const body = fc.oneof(
    anything,
    fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join('')),
    fc.tuple(len, data).map(([l, d]) => `Len=${l}&Data=${d}`),
  );

  return fc.property(len, data, body, (l, d, b) => {
    read(l, d, b);
  });
}

const readAll: Reader = (len, data, body) => {
  open(cipher, len, data);
  parseBody(body);
  openAnswer(cipher, body);
  openNotification({ credentials, kind: 'notify', body });
};

describe('a random record', () => {
  test('round-trips to the same record or is refused', { timeout: longRun }, () => {
    const seen = { sealed: 0, refused: 0 };
    fc.assert(roundTripsOrRefuses({ seal, open }, seen), run);

    // Refusing everything would satisfy the property too.
    expect(seen.sealed).toBeGreaterThan(run.numRuns / 5);
    expect(seen.refused).toBeGreaterThan(run.numRuns / 100);
  });

  test.each<[string, Codec]>([
    ['counts characters after a trim', { seal, open: trimming }],
    ['splits at every =', { seal, open: splittingEverywhere }],
    ['writes UTF-8', { seal: sealing('utf8'), open }],
    ['keeps the last of two names', { seal: sealing('latin1'), open }],
  ])('the property sees an envelope that %s', (_, broken) => {
    expect(fc.check(roundTripsOrRefuses(broken), run).counterexample).not.toBeNull();
  });
});

describe('a value', () => {
  test('never becomes a second parameter', { timeout: longRun }, () => {
    fc.assert(neverBecomesASecondParameter({ seal, open }), run);
  });

  test('the property sees an envelope that lets & through', () => {
    const broken = { seal: sealing('latin1'), open };

    expect(fc.check(neverBecomesASecondParameter(broken), run).counterexample).not.toBeNull();
  });
});

describe('random bytes and strings', () => {
  test('crash no reader', { timeout: longRun }, () => {
    fc.assert(survivesAnything(readAll), run);
  });

  test('the property sees a reader that decodes URLs and trusts the blocks', () => {
    const decoding: Reader = (_, __, body) => decodeURIComponent(body);
    const trusting: Reader = (_, data) => createBlowfish('key1').decrypt(Buffer.from(data));

    expect(fc.check(survivesAnything(decoding), run).counterexample).not.toBeNull();
    expect(fc.check(survivesAnything(trusting), run).counterexample).not.toBeNull();
  });

  test.each([
    ['many empty parts', '&'.repeat(1_000_000)],
    ['many borders', '='.repeat(1_000_000)],
    ['many names', Array.from({ length: 100_000 }, (_, i) => `n${i}=1`).join('&')],
    ['the same name', 'Len=1&'.repeat(150_000)],
    ['almost a name', 'MerchantI'.repeat(110_000)],
    ['spaces', ' '.repeat(1_000_000)],
    ['a long Data', `Len=8&Data=${'0'.repeat(1_000_000)}`],
    ['a long Len', `Len=${'9'.repeat(1_000_000)}&Data=00`],
  ])('a megabyte of %s ends without a result that could be trusted', (_, text) => {
    expect(openNotification({ credentials, kind: 'notify', body: text }).trusted).toBe(false);
    expect(() => parsePairs(text)).not.toThrow();
  });
});

function refusable<Result>(act: () => Result): Result | null {
  try {
    return act();
  } catch (error) {
    if (error instanceof WireError) return null;
    throw error;
  }
}

/** A seal that checks nothing and encodes as told. */
function sealing(encoding: 'latin1' | 'utf8'): typeof seal {
  return (key, pairs, options) => {
    const text = [...pairs].map((pair) => pair.join('=')).join('&');
    const bytes = Buffer.from(text, encoding);

    return { len: bytes.length, data: key.seal(bytes, options?.padding) };
  };
}

function trimming(...args: Parameters<typeof open>): ReturnType<typeof open> {
  return changed(open(...args), ([key, text]) => [key, text.trimEnd()]);
}

function splittingEverywhere(...args: Parameters<typeof open>): ReturnType<typeof open> {
  return changed(open(...args), ([key, text]) => [key, text.split('=')[0] ?? '']);
}

function changed(opened: ReturnType<typeof open>, change: (pair: Pair) => Pair) {
  if (!opened.ok) return opened;
  const entries = opened.parameters.entries().map(change);

  return { ok: true as const, parameters: { get: opened.parameters.get, entries: () => entries } };
}
