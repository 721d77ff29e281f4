import { expect, test } from 'vitest';
import { addressReader } from './address-reader.ts';
import { startOf } from './list-start.ts';
import { readListAddress } from './read-list-address.ts';

const readFilters = (raw: Readonly<Record<string, unknown>>) => {
  const { problems, many, among, yesOrNo } = addressReader(raw, ['status', 'note', 'sort']);
  const search = {
    status: many('status', ['authorized', 'captured']),
    note: yesOrNo('note'),
    sort: among('sort', ['created', 'captureBy', 'amount']) ?? 'created',
  };
  return { search, problems };
};
const readAddress = (raw: Record<string, unknown>) => readListAddress(raw, readFilters);

const view = '01a21358-70d5-72f9-a4ae-1a5a4b6a2184';

test('the view and the page of an address are no filters', () => {
  expect(readAddress({ view, after: 'WyJ4Il0', note: 'yes' })).toMatchObject({
    viewId: view,
    position: { after: 'WyJ4Il0' },
    problems: [],
    search: { note: true },
    isBare: false,
  });
});

test('a stored view with a filter that exists no more keeps all others', () => {
  const { problems, search } = readAddress({ view, mood: 'good', status: 'authorized,paid' });

  expect(problems).toEqual([
    { field: null, value: 'mood' },
    { field: 'status', value: 'paid' },
  ]);
  expect(search.status).toEqual(['authorized']);
});

test.each([
  ['no cursor', { after: 'a b' }, { field: 'at', value: 'a b' }],
  ['no view', { view: 'mine' }, { field: 'view', value: 'mine' }],
  ['a list of cursors', { before: ['a'] }, { field: 'at', value: '["a"]' }],
  ['no day', { at: '2026-02-30' }, { field: 'at', value: '2026-02-30' }],
  ['before there were computers', { at: '1969-12-31' }, { field: 'at', value: '1969-12-31' }],
  ['an amount in a list by date', { at: 49.9 }, { field: 'at', value: '49.9' }],
  ['a day in a list by amount', { at: '2026-02-03', sort: 'amount' }, { value: '2026-02-03' }],
])('%s is no place in the list, and said to be none', (_, raw, problem) => {
  const address = readAddress({ ...raw, note: 'yes' });

  expect(address).toMatchObject({ viewId: null, position: {}, search: { note: true } });
  expect(address.problems).toMatchObject([problem]);
});

test.each([
  [{ at: '2026-02-03' }, { at: '2026-02-03' }],
  [{ at: '2026-02-03T14:30', sort: 'captureBy' }, { at: '2026-02-03T14:30' }],
  [{ at: 49.9, sort: 'amount' }, { at: 4_990 }],
  [{ at: 'end', sort: 'amount' }, 'end'],
  [{}, null],
])('%j says where the list begins', (raw, start) => {
  const { position, problems, search } = readAddress(raw);

  expect(problems).toEqual([]);
  expect(startOf(position, search.sort)).toEqual(start);
});

test('nothing is asked for by the bare address alone', () => {
  expect(readAddress({}).isBare).toBe(true);
});
