import { describe, expect, test } from 'vitest';
import { type Brand, brands, endpointUrl, operationPaths, reversePath } from './brands.ts';
import { reversePath as sentTo } from './operations/index.ts';

const bases = Object.values(brands).map(({ baseUrl }) => baseUrl ?? 'https://pay.example/gateway');

test('a reversal goes to reverse.aspx and nowhere else', () => {
  expect(reversePath).toBe('reverse.aspx');
  expect(sentTo).toBe('reverse.aspx');
  for (const base of bases) {
    expect(new URL(endpointUrl(base, 'reverse')).pathname).toMatch(/\/reverse\.aspx$/);
  }
  const others = Object.entries(operationPaths).filter(([operation]) => operation !== 'reverse');
  expect(others.map(([, path]) => path)).not.toContain('reverse.aspx');
});

test.each<[Brand, string | null]>([
  ['computop', 'https://www.computop-paygate.com/capture.aspx'],
  ['payjet', 'https://www.payjet-cockpit.de/capture.aspx'],
  ['1cs', 'https://www.computop-paygate.com/capture.aspx'],
  ['axepta', 'https://paymentpage.axepta.bnpparibas/capture.aspx'],
  ['vr', 'https://vr-epayment-gateway.de/capture.aspx'],
  ['custom', null],
])('%s listens at %s', (brand, url) => {
  const { baseUrl } = brands[brand];

  expect(baseUrl && endpointUrl(baseUrl, 'capture')).toBe(url);
});

test('only the brands whose own documents describe TWINT say so', () => {
  const documented = Object.entries(brands).filter(([, { twintDocumented }]) => twintDocumented);

  expect(documented.map(([brand]) => brand)).toEqual(['computop', 'payjet', '1cs']);
});

test('every operation has its own path', () => {
  expect(operationPaths).toEqual({
    twint: 'twint.aspx',
    capture: 'capture.aspx',
    reverse: 'reverse.aspx',
    credit: 'credit.aspx',
    inquire: 'inquire.aspx',
    inquire24: 'inquire24.aspx',
    refNrChange: 'RefNrChange.aspx',
    paymentPage: 'paymentPage.aspx',
  });
});

describe('a custom base', () => {
  test.each([
    ['https://pay.example', 'https://pay.example/credit.aspx'],
    ['https://pay.example/a/b', 'https://pay.example/a/b/credit.aspx'],
    ['https://pay.example:8443/a/', 'https://pay.example:8443/a/credit.aspx'],
  ])('%s', (base, url) => {
    expect(endpointUrl(base, 'credit')).toBe(url);
  });

  test.each([
    'http://pay.example/',
    'http://localhost:4000/',
    'https://u:p@pay.example/',
    'https://pay.example/?a=1',
    'https://pay.example/#a',
    'pay.example',
    'javascript:alert(1)',
    '',
  ])('refuses %j', (base) => {
    expect(() => endpointUrl(base, 'credit')).toThrow(
      expect.objectContaining({ name: 'WireError', parameter: 'base URL' }),
    );
  });

  test('takes http on this machine only where that is allowed', () => {
    const allow = { allowLoopbackHttp: true };

    expect(endpointUrl('http://localhost:4000', 'twint', allow)).toBe(
      'http://localhost:4000/twint.aspx',
    );
    expect(endpointUrl('http://127.0.0.1:4000/', 'twint', allow)).toContain('127.0.0.1:4000');
    expect(() => endpointUrl('http://10.0.0.1/', 'twint', allow)).toThrow();
  });
});
