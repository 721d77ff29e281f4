import { describe, expect, test } from 'vitest';
import { openNotification, sealNotification } from './notification.ts';
import { credentials, payId, recordedMessage, transId } from './testing.ts';
import { createCipher, type Pair, seal } from './wire/index.ts';

const fields = {
  mid: 'demo_twint_chf',
  PayID: payId,
  XID: 'f9e8d7c6b5a493827160f5e4d3c2b1a0',
  TransID: transId,
  RefNr: 'R-42',
  Status: 'AUTHORIZE_REQUEST',
  Description: 'success',
  Code: '00000000',
  UserData: 'cart-42',
  TransactionID: '3f25d0e0-4f89-41d3-9a0c-0305e82c3301',
};
const pairsOf = (overrides: Readonly<Record<string, string | undefined>> = {}): Pair[] =>
  Object.entries({ ...fields, ...overrides }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
const bodyOf = (pairs: readonly Pair[], from = credentials) => {
  const { len, data } = sealNotification(from, pairs);
  return `Len=${len}&Data=${data}`;
};
const receive = (body: string) => openNotification({ credentials, kind: 'notify', body });
const unsigned = (pairs: readonly Pair[]) => {
  const { len, data } = seal(credentials.cipher, pairs, { padding: 'space' });
  return `Len=${len}&Data=${data}`;
};

describe('an authentic callback', () => {
  const event = {
    kind: 'notify',
    payId,
    transId,
    status: 'AUTHORIZE_REQUEST',
    code: '00000000',
    xid: fields.XID,
    description: 'success',
    refNr: 'R-42',
    userData: 'cart-42',
    transactionId: fields.TransactionID,
  };

  test('is the recorded one', () => {
    const recorded = recordedMessage('tw-bf-notify');

    expect(receive(`Len=${recorded.Len}&Data=${recorded.Data}`)).toMatchObject({
      trusted: true,
      event: { payId, transId, status: 'AUTHORIZE_REQUEST', code: '00000000' },
    });
  });

  test('yields its event', () => {
    expect(receive(bodyOf(pairsOf()))).toEqual({ trusted: true, event });
  });

  test.each([
    ['no merchant id', { mid: undefined }],
    ['the merchant id under its other name', { mid: undefined, MERCHANTID: 'demo_twint_chf' }],
    ['unknown fields', { NewField: 'x' }],
  ])('may have %s', (_, overrides) => {
    expect(receive(bodyOf(pairsOf(overrides)))).toEqual({ trusted: true, event });
  });

  test('may come in another order, case and padding, with clear pairs around', () => {
    const shuffled = pairsOf()
      .reverse()
      .map(([name, value]): Pair => [name.toUpperCase(), value]);
    const { len, data } = sealNotification(credentials, shuffled, {
      padding: 'pkcs',
      hexCase: 'lower',
    });

    expect(receive(`Plain=p&Len=${len}&Data=${data}&k=v`)).toEqual({ trusted: true, event });
  });

  test('may have spaces behind its MAC, and be AES', () => {
    const aes = { ...credentials, cipher: createCipher('aes', '0123456789abcdef') };

    expect(
      openNotification({ credentials: aes, kind: 'notify', body: bodyOf(pairsOf(), aes) }),
    ).toEqual({ trusted: true, event });
    const { len, data } = sealNotification(credentials, pairsOf());
    const withSpaces = `${data.length / 2}`;
    expect(Number(withSpaces)).toBeGreaterThan(len);
    expect(receive(`Len=${withSpaces}&Data=${data}`)).toEqual({ trusted: true, event });
  });

  test('loses nothing but the field when a hint is odd', () => {
    expect(receive(bodyOf(pairsOf({ XID: 'x', TransactionID: 'x'.repeat(65) })))).toMatchObject({
      trusted: true,
      event: { xid: null, transactionId: null, payId },
    });
  });

  test('may be about a TransID that is unsafe to send with money', () => {
    expect(receive(bodyOf(pairsOf({ TransID: '100%+é' })))).toMatchObject({ trusted: true });
  });

  test('says through which door it came, which proves nothing', () => {
    const body = bodyOf(pairsOf({ Status: 'FAILED', Code: '20600053' }));

    expect(openNotification({ credentials, kind: 'success', body })).toMatchObject({
      event: { kind: 'success', status: 'FAILED', code: '20600053' },
    });
  });
});

describe('is not trusted', () => {
  const body = bodyOf(pairsOf());
  const clear = pairsOf()
    .map((pair) => pair.join('='))
    .join('&');
  const other = { ...credentials, merchantId: 'someone_else' };

  test.each([
    ['an unencrypted one', `${clear}&MAC=${'0'.repeat(64)}`, 'not-encrypted'],
    ['one without a MAC', unsigned(pairsOf()), 'mac-missing'],
    ['one with an empty MAC', unsigned([...pairsOf(), ['MAC', ' ']]), 'mac-missing'],
    ['one with another MAC', unsigned([...pairsOf(), ['MAC', 'A'.repeat(64)]]), 'mac-wrong'],
    ['one with garbage for a MAC', unsigned([...pairsOf(), ['MAC', 'x']]), 'mac-wrong'],
    ['one without PayID', bodyOf(pairsOf({ PayID: undefined })), 'pay-id-missing'],
    [
      'one for another merchant',
      bodyOf(pairsOf({ mid: 'someone_else' }), other),
      'merchant-differs',
    ],
    [
      'one that differs in case only',
      bodyOf(pairsOf({ mid: 'DEMO_twint_chf' })),
      'merchant-differs',
    ],
    ['one signed for another merchant', bodyOf(pairsOf({ mid: undefined }), other), 'mac-wrong'],
    ['one that names a second merchant', bodyOf(pairsOf({ MerchantID: 'x' })), 'merchant-differs'],
    ['one with a name twice', body.replace('Len', 'len=1&Len'), 'duplicate-name'],
    ['one without Len', body.slice(body.indexOf('&') + 1), 'len-missing'],
    ['a truncated one', body.slice(0, -16), 'len-outside'],
    ['a cut hex digit', body.slice(0, -1), 'data-not-blocks'],
    ['garbage', 'hello', 'not-pairs'],
    ['nothing', '', 'not-pairs'],
    ['a malformed code', bodyOf(pairsOf({ Code: '0' })), 'field-malformed'],
    ['a malformed status', bodyOf(pairsOf({ Status: 'ok' })), 'field-malformed'],
    ['no TransID', bodyOf(pairsOf({ TransID: undefined })), 'field-malformed'],
    [
      'an asterisk in the TransID',
      unsigned([...pairsOf({ TransID: 'a*b' }), ['MAC', 'A'.repeat(64)]]),
      'field-malformed',
    ],
  ])('%s', (_, received, why) => {
    expect(receive(received)).toEqual({ trusted: false, why });
  });

  test.each(['PayID', 'TransID', 'Status', 'Code'])('one whose %s holds an asterisk', (name) => {
    const pairs = [...pairsOf({ [name]: 'a*b' }), ['MAC', 'A'.repeat(64)]] as const;

    expect(receive(unsigned(pairs))).toEqual({ trusted: false, why: 'field-malformed' });
  });

  test.each(['PayID', 'TransID', 'Status', 'Code'])('one whose %s was changed', (name) => {
    const changed = {
      PayID: payId.replace('0', '1'),
      TransID: 'T',
      Status: 'OK',
      Code: '00000001',
    };
    const mac = macOf(pairsOf());
    expect(receive(unsigned([...pairsOf(), ['MAC', mac]])).trusted).toBe(true);
    const spliced = pairsOf({ [name]: new Map(Object.entries(changed)).get(name) });

    expect(receive(unsigned([...spliced, ['MAC', mac]]))).toEqual({
      trusted: false,
      why: 'mac-wrong',
    });
  });

  test('one sealed with another key, or checked with an empty one', () => {
    const cipher = createCipher('blowfish', 'another-key-0001');

    expect(receive(bodyOf(pairsOf(), { ...credentials, cipher })).trusted).toBe(false);
    expect(
      openNotification({ credentials: { ...credentials, macKey: '' }, kind: 'notify', body }),
    ).toEqual({ trusted: false, why: 'mac-wrong' });
  });
});

function macOf(pairs: readonly Pair[]): string {
  const { len, data } = sealNotification(credentials, pairs);
  const text = Buffer.from(credentials.cipher.open(data) ?? []).toString('latin1', 0, len);

  return text.slice(text.indexOf('MAC=') + 4);
}
