import { expect, test } from 'vitest';
import {
  mostSelected,
  nothingSelected,
  renewRows,
  selectedRows,
  selectRange,
  toggleRow,
  withRows,
} from './row-selection.ts';

const row = (id: string, version = 1) => ({ id, version });
type Row = ReturnType<typeof row>;
const rows = ['a', 'b', 'c', 'd', 'e'].map((id) => row(id));
const [a, b, c, d] = rows as [Row, Row, Row, Row];
const idsOf = (selection: { readonly rows: ReadonlyMap<string, Row> }) => [
  ...selection.rows.keys(),
];

test('a row is taken in and out again', () => {
  const one = toggleRow<Row>(nothingSelected, b);
  expect(idsOf(one)).toEqual(['b']);
  expect(idsOf(toggleRow(one, b))).toEqual([]);
});

test.each([
  ['down', b, d],
  ['up', d, b],
])('a range reaches from the last picked row %s to this one', (_, from, to) => {
  const range = selectRange(toggleRow<Row>(nothingSelected, from), rows, to);
  expect(new Set(idsOf(range))).toEqual(new Set(['b', 'c', 'd']));
});

test('a range whose begin is not in the list any more is the one row', () => {
  const gone = toggleRow<Row>(nothingSelected, row('gone'));
  expect(idsOf(selectRange(gone, rows, c))).toEqual(['gone', 'c']);
});

test('no more is picked by hand than can be handed over', () => {
  const many = Array.from({ length: mostSelected + 3 }, (_, at) => row(`${at}`));
  expect(withRows<Row>(nothingSelected, many).rows.size).toBe(mostSelected);
});

test('one row taken out of the whole filter leaves what was picked before', () => {
  const whole = { ...withRows<Row>(nothingSelected, [a, b]), isWhole: true };
  expect(toggleRow(whole, a)).toMatchObject({ isWhole: false });
  expect(idsOf(toggleRow(whole, a))).toEqual(['b']);
  expect(idsOf(toggleRow(whole, c))).toEqual(['a', 'b']);
});

test('selected rows are what was read last of them', () => {
  const selection = withRows<Row>(nothingSelected, [a, b]);
  expect(selectedRows(selection, [row('a', 30)])).toEqual([row('a', 30), b]);
});

test('rows that were read again take the place of the selected ones, and none is added', () => {
  const selection = withRows<Row>(nothingSelected, [a, b]);
  const renewed = renewRows(selection, [row('a', 30), c]);
  expect([...renewed.rows.values()]).toEqual([row('a', 30), b]);
  expect(renewed.anchor).toBe(selection.anchor);
});
