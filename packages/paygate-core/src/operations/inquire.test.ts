import { expect, test } from 'vitest';
import { computeMac } from '../crypto/mac.ts';
import { credentials, message, payId, transId } from '../testing.ts';
import { buildInquireRequest, parseInquireResponse } from './inquire.ts';
import { buildInquire24Request, parseInquire24Response } from './inquire24.ts';

const answer = {
  mid: 'demo_twint_chf',
  PayID: payId,
  TransID: transId,
  Status: 'OK',
  Code: '00000000',
  AmountAuth: '2330',
  AmountCap: '1000',
  AmountCred: '0',
  LastStatus: 'FAILED',
};

test('asks by PayID and TransID, signed over empty amounts', () => {
  expect(buildInquireRequest(credentials, { payId, transId }).slice(0, 3)).toEqual([
    ['MerchantID', 'demo_twint_chf'],
    ['PayID', payId],
    ['TransID', transId],
  ]);
});

test('asks by PayID alone, its place under the MAC left empty', () => {
  const pairs = buildInquireRequest(credentials, { payId, transId: null });
  expect(pairs.slice(0, -1)).toEqual([
    ['MerchantID', 'demo_twint_chf'],
    ['PayID', payId],
  ]);
  expect(pairs.at(-1)).toEqual([
    'MAC',
    computeMac(credentials.macKey, `${payId}**demo_twint_chf**`),
  ]);
});

test('asks by TransID alone', () => {
  expect(buildInquire24Request(credentials, { transId })).toEqual([
    ['MerchantID', 'demo_twint_chf'],
    ['TransID', transId],
  ]);
});

test('asks about a TransID that is unsafe to send with money', () => {
  const sent = new Map(buildInquireRequest(credentials, { payId, transId: '100%+é' }));

  expect(sent.get('TransID')).toBe('100%+é');
});

test.each(['a*b', 'a&b', 'a\nb', ''])('refuses the TransID %j', (wrong) => {
  const parameter = 'TransID';

  expect(() => buildInquireRequest(credentials, { payId, transId: wrong })).toThrow(
    expect.objectContaining({ parameter }),
  );
  expect(() => buildInquire24Request(credentials, { transId: wrong })).toThrow(
    expect.objectContaining({ parameter }),
  );
});

test.each([parseInquireResponse, parseInquire24Response])('reads the amounts', (parse) => {
  expect(parse(message(answer))).toMatchObject({
    ok: true,
    amounts: { authorized: 2330, captured: 1000, credited: 0 },
    status: 'OK',
    lastStatus: 'FAILED',
    currency: null,
  });
});

test.each([
  ['one is missing', { AmountCred: undefined }],
  ['one has a sign', { AmountCap: '-1' }],
  ['one has eleven digits', { AmountAuth: '12345678901' }],
  ['one is empty', { AmountAuth: '' }],
])('has no amounts if %s', (_, broken) => {
  const fields = Object.fromEntries(
    Object.entries({ ...answer, ...broken }).filter(([, value]) => value !== undefined),
  );

  expect(parseInquireResponse(message(fields as Record<string, string>))).toMatchObject({
    ok: true,
    amounts: null,
  });
});

test('reads a failed inquiry that echoes nothing', () => {
  const failed = parseInquireResponse(message({ Status: 'FAILED', Code: '20600061' }));

  expect(failed).toMatchObject({ ok: true, payId: null, merchantId: null, amounts: null });
});

test('refuses two merchants and a missing result', () => {
  expect(parseInquireResponse(message({ ...answer, MerchantID: 'x' }))).toMatchObject({
    ok: false,
  });
  expect(parseInquireResponse(message({ ...answer, Code: '' }))).toMatchObject({
    parameter: 'Code',
  });
});
