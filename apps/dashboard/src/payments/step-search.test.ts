import { expect, test } from 'vitest';
import {
  countStepFilters,
  mergeStepSearch,
  readStepSearch,
  toStepCriteria,
  writeStepSearch,
} from './step-search.ts';

const plain = { sort: 'at', order: 'desc' } as const;
const by = '01a21358-70d5-72f9-a4ae-1a5a4b6a2184';

test('the address of the steps is read and written without loss', () => {
  const raw = {
    search: 'c0ffee',
    kind: 'capture,credit',
    state: 'unknown',
    code: '2150',
    from: '2026-11-01',
    to: '2026-11-30',
    amountMin: 10,
    amountMax: 49.9,
    by,
    origin: 'desk',
    merchant: 1,
    sort: 'amount',
    order: 'asc',
  };
  const { search, problems } = readStepSearch(raw);

  expect(problems).toEqual([]);
  expect(search).toMatchObject({ kind: ['capture', 'credit'], amountMax: 4990, by });
  expect(writeStepSearch(search)).toEqual(raw);
  expect(countStepFilters(search)).toBe(11);
  expect(toStepCriteria(search)).toMatchObject({ merchantId: 1, kind: ['capture', 'credit'] });
});

test.each([
  ['a kind', { kind: 'capture,gift' }, { field: 'kind', value: 'gift' }],
  ['a state', { state: 'happy' }, { field: 'state', value: 'happy' }],
  ['a code', { code: '12x' }, { field: 'code', value: '12x' }],
  ['a person', { by: 'Reto' }, { field: 'by', value: 'Reto' }],
  ['an origin', { origin: 'moon' }, { field: 'origin', value: 'moon' }],
  ['a sort column', { sort: 'captureBy' }, { field: 'sort', value: 'captureBy' }],
  ['a day', { from: '2026-02-31' }, { field: 'from', value: '2026-02-31' }],
  [
    'days the wrong way round',
    { from: '2026-11-02', to: '2026-11-01' },
    { field: 'to', value: '2026-11-01' },
  ],
  [
    'amounts the wrong way round',
    { amountMin: 5, amountMax: 4 },
    { field: 'amountMax', value: '4' },
  ],
  ['a filter of payments', { captureWithin: 4 }, { field: null, value: 'captureWithin' }],
  [
    'a text without end',
    { search: 'x'.repeat(10_000) },
    { field: 'search', value: 'x'.repeat(10_000) },
  ],
])('%s that cannot be is named, and the rest is kept', (_, wrong, problem) => {
  const { search, problems } = readStepSearch({ origin: 'desk', ...wrong });

  expect(problems).toEqual([problem]);
  expect(search.kind).toEqual('kind' in wrong ? ['capture'] : undefined);
  expect(search.origin).toBe('origin' in wrong ? undefined : 'desk');
});

test('a cleared filter leaves the address', () => {
  const search = { ...plain, kind: ['capture'], code: '21' } as const;

  expect(mergeStepSearch(search, { kind: [], code: undefined })).toEqual(plain);
});
