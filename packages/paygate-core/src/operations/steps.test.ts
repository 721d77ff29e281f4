import { describe, expect, test } from 'vitest';
import { credentials, message, payId, transId } from '../testing.ts';
import { type Pair, seal } from '../wire/index.ts';
import { answerEchoes, openAnswer } from './answer.ts';
import { buildCaptureRequest, captureStatuses, parseCaptureResponse } from './capture.ts';
import { buildCreditRequest, creditStatuses, parseCreditResponse } from './credit.ts';
import { inquireStatuses } from './inquire.ts';
import { requestBody } from './request.ts';
import { buildReverseRequest, parseReverseResponse, reverseStatuses } from './reverse.ts';
import type { StepFields } from './step-request.ts';

const fields: StepFields = {
  payId,
  transId,
  amount: 1000,
  currency: 'CHF',
  reqId: 'req-0002',
  refNr: 'R-42',
};
const builders = [
  ['capture', buildCaptureRequest],
  ['reverse', buildReverseRequest],
  ['credit', buildCreditRequest],
] as const;

describe.each(builders)('a %s request', (_, build) => {
  const sent = (overrides: Partial<StepFields> = {}) =>
    build(credentials, { ...fields, ...overrides });

  test('carries the allow-listed names only, and the recorded MAC', () => {
    // tw-mac-capture of vectors.json
    expect(sent()).toEqual([
      ['MerchantID', 'demo_twint_chf'],
      ['PayID', payId],
      ['TransID', transId],
      ['Amount', '1000'],
      ['Currency', 'CHF'],
      ['RefNr', 'R-42'],
      ['ReqId', 'req-0002'],
      ['MAC', '356C05560317B4B9ACBD1CB703C68C9BEF355B39DE5A43A6CDF9E670406810E3'],
    ]);
  });

  test('sends nothing that a caller adds', () => {
    const extra = { ...fields, userData: 'x', UserData: 'y', response: 'encrypt' };

    expect(build(credentials, extra)).toEqual(sent());
  });

  test('sends a TransID born elsewhere as it is', () => {
    const foreign = `shop 4711/"ä"`.replace('ä', '$') + '#~'.repeat(25);

    expect(new Map(sent({ transId: foreign })).get('TransID')).toBe(foreign);
  });

  test.each<[string, Partial<StepFields>]>([
    ['PayID', { payId: '' }],
    ['PayID', { payId: payId.slice(1) }],
    ['PayID', { payId: `${payId.slice(1)}*` }],
    ['TransID', { transId: 'a&b' }],
    ['TransID', { transId: 'a*b' }],
    ['TransID', { transId: 'a%b' }],
    ['TransID', { transId: 'a+b' }],
    ['TransID', { transId: 'ä' }],
    ['TransID', { transId: 'x'.repeat(65) }],
    ['Amount', { amount: 0 }],
    ['Amount', { amount: -5 }],
    ['Amount', { amount: 0.1 }],
    ['Amount', { amount: 12_345_678_901 }],
    ['Currency', { currency: 'EUR' }],
    ['ReqId', { reqId: '' }],
    ['ReqId', { reqId: 'ü' }],
    ['RefNr', { refNr: 'a,b' }],
  ])('refuses a broken %s (%#)', (parameter, overrides) => {
    expect(() => sent(overrides)).toThrow(
      expect.objectContaining({ name: 'WireError', parameter }),
    );
  });
});

describe('CompleteType', () => {
  const complete = (completeType: string | undefined) =>
    buildCaptureRequest(credentials, { ...fields, completeType: completeType as 'YES' });

  test('is YES or not there', () => {
    expect(new Map(complete('YES')).get('CompleteType')).toBe('YES');
    expect(new Map(complete(undefined)).has('CompleteType')).toBe(false);
  });

  test.each(['NO', 'yes', '', 'YES '])('refuses %j', (value) => {
    expect(() => complete(value)).toThrow(expect.objectContaining({ parameter: 'CompleteType' }));
  });

  test('belongs to a capture alone', () => {
    const extra = { ...fields, completeType: 'YES' };

    expect(new Map(buildReverseRequest(credentials, extra)).has('CompleteType')).toBe(false);
    expect(new Map(buildCreditRequest(credentials, extra)).has('CompleteType')).toBe(false);
  });
});

test('the body names the merchant in clear beside the sealed message', () => {
  const merchant = { ...credentials, merchantId: "a/b'c" };
  const body = requestBody(merchant, buildCaptureRequest(merchant, fields));

  expect(body).toMatch(/^MerchantID=a%2Fb'c&Len=\d+&Data=[0-9a-f]+$/);
});

const answer = {
  mid: 'demo_twint_chf',
  PayID: payId,
  XID: 'f9e8d7c6b5a493827160f5e4d3c2b1a0',
  TransID: transId,
  Status: 'OK',
  Description: 'success',
  Code: '00000000',
};

describe.each([
  ['capture', parseCaptureResponse, { refNr: 'R-42', userData: null }],
  ['reverse', parseReverseResponse, { refNr: null, userData: null }],
  ['credit', parseCreditResponse, { refNr: 'R-42', userData: 'u' }],
] as const)('the answer to a %s', (_, parse, returned) => {
  const { mid, ...rest } = answer;

  test('is read with the fields its document lists', () => {
    expect(parse(message({ ...answer, RefNr: 'R-42', UserData: 'u', New: '1' }))).toEqual({
      ok: true,
      merchantId: 'demo_twint_chf',
      payId,
      transId,
      xid: answer.XID,
      status: 'OK',
      code: '00000000',
      description: 'success',
      ...returned,
    });
  });

  test('may name the merchant either way, but not two', () => {
    expect(parse(message({ ...rest, MERCHANTID: mid }))).toMatchObject({ merchantId: mid });
    expect(parse(message({ ...answer, MerchantID: mid }))).toMatchObject({ ok: true });
    expect(parse(message({ ...answer, MerchantID: 'other' }))).toMatchObject({ ok: false });
    expect(parse(message(rest))).toMatchObject({ ok: false, parameter: 'mid' });
  });

  test.each(['PayID', 'TransID', 'Status', 'Code'])('needs %s', (name) => {
    expect(parse(message({ ...answer, [name]: '' }))).toMatchObject({ ok: false, parameter: name });
  });

  test('is not lost over a field that decides nothing', () => {
    const odd = { ...answer, XID: 'short', RefNr: 'Grüße', Description: 'x'.repeat(2000) };

    expect(parse(message(odd))).toMatchObject({ ok: true, xid: null, description: null });
  });

  test('is not lost over a text that no database could keep', () => {
    const odd = { ...answer, Description: 'success\0' };

    expect(parse(message(odd))).toMatchObject({ ok: true, description: null });
  });

  test.each(['0000000', '00000000 ', '0000000a', '000000000'])('refuses the code %j', (Code) => {
    expect(parse(message({ ...answer, Code }))).toMatchObject({ ok: false, parameter: 'Code' });
  });
});

describe('opening an answer', () => {
  const pairs: Pair[] = Object.entries(answer);
  const text = pairs.map((pair) => pair.join('=')).join('&');

  test('sealed, with text in front and Custom pairs behind', () => {
    const { len, data } = seal(credentials.cipher, pairs, { padding: 'space', hexCase: 'upper' });
    const opened = openAnswer(credentials.cipher, `OK\r\nLen=${len}&Data=${data}&k=v`);

    expect(opened).toMatchObject({ ok: true, sealed: true });
    expect(opened.ok && opened.parameters.get('payid')).toBe(payId);
  });

  test('in clear, and says so', () => {
    expect(openAnswer(credentials.cipher, text)).toMatchObject({ ok: true, sealed: false });
  });

  test.each([
    ['a name twice', `${text}&STATUS=FAILED`, 'duplicate-name'],
    ['an error page', '<html><h1>500</h1></html>', 'not-pairs'],
    ['nothing', '', 'not-pairs'],
  ])('refuses %s', (_, body, why) => {
    expect(openAnswer(credentials.cipher, body)).toEqual({ ok: false, why });
  });

  test('refuses a name twice inside, and a truncated answer', () => {
    const twice = Buffer.from(`${text}&status=FAILED`);
    const data = credentials.cipher.seal(twice);

    expect(openAnswer(credentials.cipher, `Len=${twice.length}&Data=${data}`)).toEqual({
      ok: false,
      why: 'duplicate-name',
    });
    expect(
      openAnswer(credentials.cipher, `Len=${twice.length}&Data=${data.slice(0, -32)}`),
    ).toEqual({
      ok: false,
      why: 'len-outside',
    });
  });
});

test.each([
  ['capture', captureStatuses],
  ['reverse', reverseStatuses],
  ['credit', creditStatuses],
  ['inquire', inquireStatuses],
])('%s succeeds with the status OK and no other', (_, statuses) => {
  expect(statuses).toEqual(['OK']);
});

test('an answer echoes exactly what was asked', () => {
  const asked = { merchantId: 'm', payId: 'p', transId: 't' };

  expect(answerEchoes({ ...asked }, asked)).toBe(true);
  expect(answerEchoes({ ...asked, merchantId: 'M' }, asked)).toBe(false);
  expect(answerEchoes({ ...asked, payId: null }, asked)).toBe(false);
  expect(answerEchoes({ ...asked, transId: 't ' }, asked)).toBe(false);
});
