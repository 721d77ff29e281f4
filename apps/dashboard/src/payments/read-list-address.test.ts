import { expect, test } from 'vitest';
import { readListAddress } from './read-list-address.ts';

const view = '01a21358-70d5-72f9-a4ae-1a5a4b6a2184';

test('the view and the page of an address are no filters', () => {
  expect(readListAddress({ view, after: 'WyJ4Il0', note: 'yes' })).toMatchObject({
    viewId: view,
    position: { after: 'WyJ4Il0' },
    problems: [],
    search: { note: true },
    isBare: false,
  });
});

test('a stored view with a filter that exists no more keeps all others', () => {
  const { problems, search } = readListAddress({ view, mood: 'good', status: 'authorized,paid' });

  expect(problems).toEqual([
    { field: null, value: 'mood' },
    { field: 'status', value: 'paid' },
  ]);
  expect(search.status).toEqual(['authorized']);
});

test.each([
  ['no cursor', { after: 'a b' }],
  ['no view', { view: 'mine' }],
  ['a list of cursors', { before: ['a'] }],
])('%s is no place in the list', (_, raw) => {
  expect(readListAddress(raw)).toMatchObject({ viewId: null, position: {} });
});

test('nothing is asked for by the bare address alone', () => {
  expect(readListAddress({}).isBare).toBe(true);
});
