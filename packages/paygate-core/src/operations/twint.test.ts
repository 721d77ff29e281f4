import { describe, expect, test } from 'vitest';
import { credentials, recordedMessage, transId } from '../testing.ts';
import { seal } from '../wire/index.ts';
import { buildTwintRequest, type TwintFields } from './twint.ts';

const fields: TwintFields = {
  transId,
  refNr: 'R-42',
  amount: 2330,
  currency: 'CHF',
  orderDesc: 'Café crème',
  urlSuccess: 'https://shop.example/success',
  urlFailure: 'https://shop.example/failure',
  urlNotify: 'https://shop.example/notify',
  userData: 'cart-42',
  reqId: 'req-0001',
};
const build = (overrides: Partial<TwintFields> = {}, allowLoopbackHttp = false) =>
  new Map(buildTwintRequest(credentials, { ...fields, ...overrides }, { allowLoopbackHttp }));

test('is the recorded request, byte for byte', () => {
  const { len, data } = seal(credentials.cipher, buildTwintRequest(credentials, fields));

  expect({ Len: len, Data: data }).toEqual(recordedMessage('tw-bf-auth'));
  expect(build().get('MAC')).toBe(
    '3E36AB52E54DED4DB4026AAF3059FE4E2881F528B3B630B2A2CF2B98801E01EA',
  );
});

describe('refuses before anything is sent, naming the parameter', () => {
  const url = (rest: string) => `https://shop.example/${rest}`;

  test.each<[string, Partial<TwintFields>]>([
    ['TransID', { transId: 'a*b' }],
    ['TransID', { transId: 'a&b' }],
    ['TransID', { transId: '' }],
    ['TransID', { transId: 'x'.repeat(51) }],
    ['TransID', { transId: 'Bestellung-ä' }],
    ['TransID', { transId: 'T-1\n' }],
    ['RefNr', { refNr: 'a,b' }],
    ['RefNr', { refNr: 'Grüezi' }],
    ['RefNr', { refNr: 'x'.repeat(41) }],
    ['RefNr', { refNr: '' }],
    ['Amount', { amount: 0 }],
    ['Amount', { amount: -1 }],
    ['Amount', { amount: 12.345 }],
    ['Amount', { amount: 10_000_000_000 }],
    ['Amount', { amount: 1e21 }],
    ['Amount', { amount: Number.NaN }],
    ['Amount', { amount: Number.POSITIVE_INFINITY }],
    ['Currency', { currency: 'EUR' }],
    ['Currency', { currency: 'chf' }],
    ['OrderDesc', { orderDesc: '' }],
    ['OrderDesc', { orderDesc: 'x'.repeat(769) }],
    ['OrderDesc', { orderDesc: '€'.repeat(257) }],
    ['OrderDesc', { orderDesc: 'a\tb' }],
    ['OrderDesc', { orderDesc: '😀' }],
    ['URLSuccess', { urlSuccess: 'http://shop.example/' }],
    ['URLSuccess', { urlSuccess: 'http://localhost:3000/' }],
    ['URLFailure', { urlFailure: url('?a=1') }],
    ['URLFailure', { urlFailure: url('?') }],
    ['URLFailure', { urlFailure: url('#x') }],
    ['URLNotify', { urlNotify: 'https://shop.example:8443/' }],
    ['URLNotify', { urlNotify: url('x'.repeat(240)) }],
    ['URLNotify', { urlNotify: 'https://u:p@shop.example/' }],
    ['URLNotify', { urlNotify: url('a b') }],
    ['URLNotify', { urlNotify: url('a&Amount=1') }],
    ['URLNotify', { urlNotify: url('%26Amount=1') }],
    ['URLNotify', { urlNotify: 'shop.example' }],
    ['URLNotify', { urlNotify: 'https://' }],
    ['UserData', { userData: 'x&Amount=1' }],
    ['UserData', { userData: '100%' }],
    ['UserData', { userData: 'é' }],
    ['UserData', { userData: 'x'.repeat(1025) }],
    ['ReqId', { reqId: 'x'.repeat(33) }],
    ['ReqId', { reqId: '0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b' }],
    ['Capture', { capture: 'auto' }],
    ['Capture', { capture: '0' }],
    ['Capture', { capture: '169' }],
    ['Capture', { capture: '696' }],
    ['Capture', { capture: '01' }],
    ['Plain', { plain: 'x'.repeat(51) }],
    ['Plain', { plain: 'a+b' }],
    ['Custom', { custom: 'k=v|len=3' }],
    ['Custom', { custom: 'Data=AB' }],
    ['Custom', { custom: 'x'.repeat(1025) }],
  ])('%s %#', (parameter, overrides) => {
    expect(() => build(overrides)).toThrow(
      expect.objectContaining({ name: 'WireError', parameter, rule: expect.stringMatching(/\w/) }),
    );
  });

  test('MerchantID', () => {
    for (const merchantId of ['', 'a b', 'a*b', 'a&b', 'x'.repeat(31)]) {
      expect(() => buildTwintRequest({ ...credentials, merchantId }, fields)).toThrow(
        expect.objectContaining({ parameter: 'MerchantID' }),
      );
    }
  });

  test('without showing the value', () => {
    expect(() => build({ userData: 'geheim&' })).not.toThrow(/geheim/);
  });
});

describe('accepts', () => {
  test.each<[string, Partial<TwintFields>]>([
    ['the largest amount', { amount: 9_999_999_999 }],
    ['the smallest amount', { amount: 1 }],
    ['the longest TransID', { transId: 'x'.repeat(50) }],
    ['the longest RefNr', { refNr: 'x'.repeat(40) }],
    ['the longest OrderDesc', { orderDesc: 'ü'.repeat(768) }],
    ['no RefNr', { refNr: null }],
    ['a URL of 256 characters', { urlNotify: `https://s.example/${'x'.repeat(238)}` }],
    ['port 443 spelled out', { urlNotify: 'https://shop.example:443/notify' }],
    ['Capture by hand', { capture: 'MANUAL' }],
    ['Capture after 168 hours', { capture: '168' }],
    ['Custom pairs', { custom: 'shop=1|datum=heute' }],
  ])('%s', (_, overrides) => {
    expect(build(overrides).get('Amount')).toMatch(/^\d+$/);
  });

  test.each(['http://localhost:3000/a', 'http://127.0.0.1:4000/a', 'http://localhost/a'])(
    '%s where loopback is allowed',
    (urlNotify) => {
      expect(build({ urlNotify }, true).get('URLNotify')).toBe(urlNotify);
    },
  );

  test.each([
    'http://shop.example/',
    'http://127.0.0.1.shop.example/',
    'http://localhost@shop.example/',
    'http://localhost:1@shop.example/',
    'ftp://localhost/',
  ])('but not %s', (urlNotify) => {
    expect(() => build({ urlNotify }, true)).toThrow(
      expect.objectContaining({ parameter: 'URLNotify' }),
    );
  });
});

test('Capture stays away unless asked for, an encrypted answer is always asked for', () => {
  expect(build().has('Capture')).toBe(false);
  expect(build({ capture: '24' }).get('Capture')).toBe('24');
  expect(build().get('Response')).toBe('encrypt');
});

test.each([
  ['x&Amount=1', 'x/Amount=1'],
  ['x%26Amount=1', 'x/26Amount=1'],
  ['20% – “Sale”', '20% - "Sale"'],
  ['5 € Œuf…', '5 EUR OEuf...'],
])('OrderDesc %j is sent as %j', (orderDesc, sent) => {
  const pairs = buildTwintRequest(credentials, { ...fields, orderDesc });

  expect(new Map(pairs).get('OrderDesc')).toBe(sent);
  expect(pairs.filter(([name]) => name === 'Amount')).toEqual([['Amount', '2330']]);
  expect(() => seal(credentials.cipher, pairs)).not.toThrow();
});
