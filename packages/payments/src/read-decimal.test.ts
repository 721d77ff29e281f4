import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DecimalMark, detectDecimalMark, readDecimal } from './read-decimal.ts';

test.each<[string, DecimalMark, number | null]>([
  ['1234.50', '.', 123_450],
  ['1’234.50', '.', 123_450],
  ['1,234.50', '.', 123_450],
  ['1 234,5', ',', 123_450],
  ['1.234,50', ',', 123_450],
  ['CHF 5', '.', 500],
  ['-5.05', '.', -505],
  ['−5.05', '.', -505],
  ['5.05-', '.', -505],
  ['(5.05)', '.', -505],
  ['-0.00', '.', 0],
  ['+7', '.', 700],
  ['123450', 'minor', 123_450],
  ['1234.50', 'minor', null],
  ['12,50', '.', null],
  ['12.50', ',', null],
  ['1.234', '.', null],
  ['1,23,456.00', '.', null],
  ['--5', '.', null],
  ['(-5)', '.', null],
  ['(5', '.', null],
  ['', '.', null],
  ['5.001', '.', null],
  ['1e3', '.', null],
  ['９', '.', null],
])('%j with %j is %j', (text, mark, minor) => {
  expect(readDecimal(text, mark)).toBe(minor);
});

test.each<[string[], DecimalMark | null]>([
  [['12.50', '1,000.00'], '.'],
  [['12,5', '1.000,00'], ','],
  [['100', '1.5'], '.'],
  [['12.50', '12,50'], null],
  [['1.234', '2.345'], null],
  [['100', '200'], null],
  [[], null],
])('the amounts %j are written with %j', (texts, mark) => {
  expect(detectDecimalMark(texts)).toBe(mark);
});

describe('any amount', () => {
  const written = (minor: number, mark: '.' | ',', group: string): string => {
    const whole = String(Math.floor(Math.abs(minor) / 100)).replace(/\B(?=(\d{3})+$)/g, group);
    return `${minor < 0 ? '-' : ''}${whole}${mark}${String(Math.abs(minor) % 100).padStart(2, '0')}`;
  };
  const amounts = fc.integer({ min: -9_999_999_999, max: 9_999_999_999 });

  test('is read back as it was written, to the cent', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom('', '’', "'", ' '), (minor, group) => {
        expect(readDecimal(written(minor, '.', group), '.')).toBe(minor);
        expect(readDecimal(written(minor, ',', group || '.'), ',')).toBe(minor);
      }),
    );
  });

  test('is never read as another one because its mark was guessed', () => {
    fc.assert(
      fc.property(fc.array(amounts, { minLength: 1 }), fc.constantFrom('.', ','), (all, mark) => {
        const texts = all.map((minor) => written(minor, mark as '.' | ',', ''));
        expect(detectDecimalMark(texts)).toBe(mark);
      }),
    );
  });
});
