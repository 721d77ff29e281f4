import { expect, test } from 'vitest';
import { readLinkSearch } from './link-search.ts';

test.each([
  ['nothing', {}, {}],
  ['both', { state: 'paid', search: 'A-1' }, { state: 'paid', search: 'A-1' }],
  ['an order of digits alone', { search: 10510 }, { search: '10510' }],
  [
    'a state that does not exist',
    { state: 'lost', search: 'A' },
    { search: 'A', unknownState: 'lost' },
  ],
  ['a state of a wrong type', { state: 7 }, { unknownState: '7' }],
  ['text of a wrong type', { search: ['A'], state: '' }, {}],
  ['a text too long', { search: 'x'.repeat(101) }, { search: 'x'.repeat(100) }],
])('the address of the links is read with %s', (_, raw, expected) => {
  expect(readLinkSearch(raw)).toEqual(expected);
});
