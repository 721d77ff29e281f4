import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSearchTerm } from './search-term.ts';

describe('a search text', () => {
  test.each([
    ['49.90', 49_90],
    ['49,90', 49_90],
    ["1'234.50", 1_234_50],
    ['1’234.5', 1_234_50],
    ['CHF 120', 120_00],
    ['120.–', 120_00],
    ['12.345', null],
    ['1e3', null],
    ['-49.90', null],
    ['A-10417', null],
  ])('%s reads as the amount %s', (text, amount) => {
    expect(readSearchTerm(text)?.amount).toBe(amount);
  });

  test.each([
    ['21.11.2026', '2026-11-21'],
    ['1.2.26', '2026-02-01'],
    ['21. 11. 2026', '2026-11-21'],
    ['2026-11-21', '2026-11-21'],
    ['31.2.2026', null],
    ['2026', null],
  ])('%s reads as the day %s', (text, day) => {
    expect(readSearchTerm(text)?.day).toBe(day);
  });

  test('of one or two characters begins an id and is nothing else', () => {
    expect(readSearchTerm('12')).toMatchObject({ contains: null, amount: null, stepId: null });
  });

  test('never brings a wildcard of its own, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const term = readSearchTerm(text);
        for (const pattern of term?.prefixes ?? []) {
          const literal = pattern.slice(0, -1).replace(/\\[\\%_]/g, '');
          expect(literal).not.toMatch(/[\\%_]/);
          expect(pattern.endsWith('%')).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
