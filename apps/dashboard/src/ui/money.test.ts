import { describe, expect, it } from 'vitest';
import { formatMoney, parseAmount, toAmountText } from './money.ts';

const visible = (text: string) => text.replaceAll('\u00A0', '·');

describe('formatMoney', () => {
  it.each([
    [123450, 'CHF', 'CHF·1’234.50'],
    [-123450, 'CHF', 'CHF·−1’234.50'],
    [5, 'CHF', 'CHF·0.05'],
    [0, 'CHF', 'CHF·0.00'],
    [123456789012, 'CHF', 'CHF·1’234’567’890.12'],
    [1234, 'JPY', 'JPY·1’234'],
    [1234567, 'KWD', 'KWD·1’234.567'],
  ])('writes %i minor units of %s as %s', (minor, currency, expected) => {
    expect(visible(formatMoney(minor, currency))).toBe(expected);
  });

  it('leaves the currency out and signs a gain on request', () => {
    expect(formatMoney(500, 'CHF', { code: false, sign: 'always' })).toBe('+5.00');
  });
});

describe('toAmountText', () => {
  it.each([
    [123450, '1234.50'],
    [-123450, '-1234.50'],
    [0, '0.00'],
  ])('writes %i as %s', (minor, expected) => {
    expect(toAmountText(minor)).toBe(expected);
  });
});

describe('A01 parseAmount', () => {
  it.each([
    ['1234.5', 123450],
    ["1'234.50", 123450],
    ['1’234.50', 123450],
    ['1 234,50', 123450],
    ['1\u202F234.50', 123450],
    ['CHF 12.-', 1200],
    ['12.–', 1200],
    ['Fr. 9.95', 995],
    ['0.05', 5],
    ['.5', 50],
    ['12', 1200],
    ['0', 0],
    [' 149.90 CHF', 14990],
    ['99999999.99', 9999999999],
  ])('reads %s as %i minor units', (input, minor) => {
    expect(parseAmount(input)).toEqual({ minor });
  });

  it.each([
    ['1,234.50', 'ambiguous'],
    ['1.234,50', 'ambiguous'],
    ['1.234', 'ambiguous'],
    ['12.345', 'ambiguous'],
    ['1.23456', 'decimals'],
    ['-1', 'negative'],
    ['−5', 'negative'],
    ['', 'empty'],
    ['CHF', 'empty'],
    ['.', 'chars'],
    ['12x', 'chars'],
    ['1e3', 'chars'],
    ['123456789.00', 'too-long'],
    ['12345678901', 'too-long'],
  ])('finds %s %s', (input, problem) => {
    expect(parseAmount(input)).toEqual({ problem });
  });

  it('reads 100,000 amounts back as they were, in every way people write them', {
    timeout: 60_000,
  }, () => {
    let state = 1;
    for (let run = 0; run < 100_000; run++) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      const minor = (state * 1_048_573 + run) % 10_000_000_000;
      const [plain, grouped] = [toAmountText(minor), formatMoney(minor)];
      const written = [plain, grouped, plain.replace('.', ','), grouped.replaceAll('’', ' ')][
        run % 4
      ];
      if (parseAmount(written ?? '').minor !== minor) throw new Error(`${written} is not ${minor}`);
    }
  });

  it('reads back whatever it writes', () => {
    for (const minor of [0, 1, 99, 100, 123450, 9999999999]) {
      expect(parseAmount(formatMoney(minor))).toEqual({ minor });
    }
  });
});
