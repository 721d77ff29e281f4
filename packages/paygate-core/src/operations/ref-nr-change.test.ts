import { describe, expect, test } from 'vitest';
import { endpointUrl } from '../brands.ts';
import { computeMac } from '../crypto/mac.ts';
import { message } from '../testing.ts';
import { createCipher } from '../wire/index.ts';
import {
  buildRefNrChangeRequest,
  echoesRefNrChange,
  parseRefNrChangeResponse,
  refNrChangePath,
} from './index.ts';

const credentials = {
  merchantId: 'desk_demo',
  cipher: createCipher('blowfish', 'bf-demo-key-0001'),
  macKey: 'hmac-demo-key-0123456789abcdef01',
};
const asked = { payId: 'a'.repeat(32), transId: 'T-1', refNr: 'A-10482' };
const answer = {
  mid: 'desk_demo',
  PayID: asked.payId,
  TransID: 'T-1',
  RefNr: 'A-10482',
  Status: 'OK',
  Code: '00000000',
};
const read = (fields: Readonly<Record<string, string>>) =>
  parseRefNrChangeResponse(message(fields));

test('the request names payment and reference and is signed like an inquiry', () => {
  expect(refNrChangePath).toBe('RefNrChange.aspx');
  expect(endpointUrl('https://pay.example/', 'refNrChange')).toBe(
    'https://pay.example/RefNrChange.aspx',
  );
  expect(buildRefNrChangeRequest(credentials, asked)).toEqual([
    ['MerchantID', 'desk_demo'],
    ['PayID', asked.payId],
    ['TransID', 'T-1'],
    ['RefNr', 'A-10482'],
    ['MAC', computeMac(credentials.macKey, `${asked.payId}*T-1*desk_demo**`)],
  ]);
});

test.each(['', 'a,b', 'Müller', 'a b', 'a&Amount=1', 'x'.repeat(41)])(
  'the reference %j is never sent',
  (refNr) => {
    expect(() => buildRefNrChangeRequest(credentials, { ...asked, refNr })).toThrow(
      expect.objectContaining({ name: 'WireError', parameter: 'RefNr' }),
    );
  },
);

describe('an answer', () => {
  test('is about what was asked, whatever it leaves out', () => {
    for (const left of [[], ['RefNr'], ['TransID'], ['RefNr', 'TransID']]) {
      const fields = Object.fromEntries(
        Object.entries(answer).filter(([name]) => !left.includes(name)),
      );
      const told = read(fields);
      expect(told).toMatchObject({ ok: true, status: 'OK', code: '00000000' });
      expect(told.ok && echoesRefNrChange(told, { ...asked, merchantId: 'desk_demo' })).toBe(true);
    }
  });

  test.each([
    ['another merchant', { mid: 'desk_other' }],
    ['another payment', { PayID: 'b'.repeat(32) }],
    ['another TransID', { TransID: 'T-2' }],
    ['another reference', { RefNr: 'A-10483' }],
  ])('about %s is not about ours', (_, other) => {
    const told = read({ ...answer, ...other });
    expect(told.ok && echoesRefNrChange(told, { ...asked, merchantId: 'desk_demo' })).toBe(false);
  });

  test.each(['mid', 'PayID', 'Status', 'Code'])('without %s is unusable', (missing) => {
    const fields = Object.entries(answer).filter(([name]) => name !== missing);
    expect(read(Object.fromEntries(fields))).toMatchObject({ ok: false, parameter: missing });
  });

  test('that names two merchants is unusable', () => {
    expect(read({ ...answer, MerchantID: 'desk_other' })).toMatchObject({ ok: false });
  });
});
