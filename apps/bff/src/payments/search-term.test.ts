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

  test('of one or two characters begins an id and is nothing else', () => {
    expect(readSearchTerm('12')).toMatchObject({ contains: null, amount: null, reqId: null });
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
