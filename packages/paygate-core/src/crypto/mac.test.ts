import { describe, expect, test } from 'vitest';
import { computeMac, verifyMac } from './mac.ts';
import { macInput } from './mac-input.ts';

const key = 'hmac-demo-key-0123456789abcdef01';

describe('what a MAC covers', () => {
  const names = { payId: 'P', transId: 'T', merchantId: 'M' };

  test('keeps the separators of absent parts', () => {
    const money = { amount: 2330, currency: 'CHF' };

    expect(macInput.initial({ ...names, ...money })).toBe('*T*M*2330*CHF');
    expect(macInput.request({ ...names, ...money })).toBe('P*T*M*2330*CHF');
    expect(macInput.inquiry(names)).toBe('P*T*M**');
    expect(macInput.callback({ ...names, status: 'OK', code: '00000000' })).toBe(
      'P*T*M*OK*00000000',
    );
  });

  test.each(['payId', 'transId', 'merchantId', 'status', 'code'])('refuses * in %s', (part) => {
    const message = { ...names, status: 'OK', code: '00000000', [part]: 'a*b' };

    expect(() => macInput.callback(message)).toThrow(RangeError);
  });

  test('refuses * in a request, so that two requests never share a MAC', () => {
    const money = { amount: '1', currency: 'CHF' };

    expect(() => macInput.initial({ ...names, ...money, transId: 'T*M' })).toThrow(RangeError);
    expect(() => macInput.request({ ...names, ...money, currency: '*' })).toThrow(RangeError);
    expect(() => macInput.inquiry({ ...names, payId: '*' })).toThrow(RangeError);
  });
});

describe('verifying', () => {
  const mac = computeMac(key, 'P*T*M*OK*00000000');

  test.each([
    ['upper case', mac],
    ['lower case', mac.toLowerCase()],
    ['trailing spaces', `${mac}   `],
  ])('takes %s', (_, candidate) => {
    expect(verifyMac(key, 'P*T*M*OK*00000000', candidate)).toBe(true);
  });

  test.each([
    ['another digit', `${mac.slice(0, 63)}${mac.endsWith('0') ? '1' : '0'}`],
    ['nothing', ''],
    ['a short one', mac.slice(0, 62)],
    ['a long one', `${mac}00`],
    ['no hex', 'g'.repeat(64)],
    ['leading spaces', ` ${mac}`],
  ])('refuses %s', (_, candidate) => {
    expect(verifyMac(key, 'P*T*M*OK*00000000', candidate)).toBe(false);
  });

  test('W10: of 1,000 single bits turned over none passes', () => {
    for (let bit = 0; bit < 1000; bit++) {
      const bytes = Buffer.from(
        bit < 256 ? mac : computeMac(key, `P${bit}*T*M*OK*00000000`),
        'hex',
      );
      const input = bit < 256 ? 'P*T*M*OK*00000000' : `P${bit}*T*M*OK*00000000`;
      expect(verifyMac(key, input, bytes.toString('hex'))).toBe(true);
      const at = bit % 256;
      bytes[at >> 3] = (bytes[at >> 3] ?? 0) ^ (1 << (at & 7));
      expect(verifyMac(key, input, bytes.toString('hex'))).toBe(false);
    }
  });

  test('refuses another input and another key', () => {
    expect(verifyMac(key, 'P*T*M*FAILED*00000000', mac)).toBe(false);
    expect(verifyMac(`${key}x`, 'P*T*M*OK*00000000', mac)).toBe(false);
  });

  test('an empty key signs nothing and verifies nothing', () => {
    expect(() => computeMac('', 'x')).toThrow(RangeError);
    expect(verifyMac('', 'x', mac)).toBe(false);
  });

  test('a Latin-1 key is its bytes, not its UTF-8', () => {
    expect(computeMac('clé', 'x')).not.toBe(computeMac('clÃ©', 'x'));
    expect(() => computeMac('€', 'x')).toThrow(RangeError);
  });
});
