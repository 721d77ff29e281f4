import { describe, expect, test } from 'vitest';
import {
  type ListWindow,
  pagesAt,
  shownPages,
  withNext,
  withPages,
  withPrevious,
} from './list-window.ts';
import {
  beginWindow,
  type ReadRows,
  readBack,
  readOn,
  readPages,
  refreshWindow,
} from './read-window.ts';

/** A list on the server, lowest number first; a cursor is a number between two rows. */
function listOf(numbers: readonly number[]) {
  const list = { numbers: [...numbers], readings: 0 };
  const read: ReadRows<Row> = async ({ cursor, until, startAt, direction, limit }) => {
    list.readings += 1;
    const isNext = direction === 'next';
    const place = cursor === null ? null : Number(cursor);
    const found = list.numbers
      .toSorted((one, other) => one - other)
      .filter((n) => startAt === undefined || n >= Number(startAt))
      .filter((n) => place === null || (isNext ? n > place : n < place))
      .filter((n) => until == null || n < Number(until));
    const rows = isNext ? found.slice(0, limit) : found.slice(-limit);
    const isMore = found.length > limit;
    const first = rows[0] === undefined ? cursor : `${rows[0] - gap}`;
    const last = rows.at(-1) === undefined ? cursor : `${(rows.at(-1) ?? 0) + gap}`;
    return {
      rows: rows.map((n) => ({ id: `${n}` })),
      nextCursor: !isNext || isMore ? last : null,
      prevCursor: isNext ? (cursor === null ? null : first) : isMore ? first : null,
      startCursor: rows.length === 0 ? null : first,
    };
  };
  return { list, read };
}

/** The same of rows that keep their name while the value they are sorted by changes. */
function sortedList(rows: readonly (Row & { readonly value: number })[]) {
  const list = { rows: [...rows] };
  const read: ReadRows<Row> = (part) => {
    const { read: readNumbers } = listOf(list.rows.map(({ value }) => value));
    const nameOf = new Map(list.rows.map(({ id, value }) => [`${value}`, id]));
    return readNumbers(part).then((answer) => ({
      ...answer,
      rows: answer.rows.map(({ id }) => ({ id: nameOf.get(id) ?? id })),
    }));
  };
  return { list, read };
}

const gap = 1e-7;
type Row = { readonly id: string };
const rowId = ({ id }: Row) => id;
const upTo = (count: number, from = 0) => Array.from({ length: count }, (_, at) => from + at);
const idsOf = (window: ListWindow<Row>) =>
  shownPages(window, rowId).flatMap(({ rows }) => rows.map(({ id }) => Number(id)));

async function fivePages(read: ReadRows<Row>) {
  let window = await beginWindow(read, null);
  for (let page = 1; page < 5; page += 1) {
    window = withNext(window, await readOn(read, window.pages.at(-1)?.until ?? null));
  }
  return window;
}

describe('a list of which five pages are read', () => {
  test('is brought up to date where it is looked at, at the price of two readings', async () => {
    const { list, read } = listOf(upTo(1_000));
    const window = await fivePages(read);
    expect(idsOf(window)).toEqual(upTo(500));
    list.numbers = list.numbers.filter((n) => n !== 250 && n !== 20);
    list.numbers.push(-1, 251.2, 320.5);
    list.readings = 0;

    const seen = pagesAt(window.pages, 240, 260);
    const renewed = (await refreshWindow(read, window, seen, false))(window);

    expect(list.readings).toBe(2);
    expect(idsOf(renewed)).toEqual([-1, ...upTo(250), 251, 251.2, ...upTo(248, 252)]);
    const stale = pagesAt(renewed.pages, 0, 600).filter(({ isStale }) => isStale);
    expect(stale).toHaveLength(4);
    const whole = withPages(renewed, await readPages(read, stale));
    const sorted = list.numbers.toSorted((one, other) => one - other);
    expect(idsOf(whole)).toEqual(sorted.filter((n) => n < 500));
  });

  test('shows a row that moved once, where it was read last', async () => {
    const { list, read } = listOf(upTo(1_000));
    const window = await fivePages(read);
    const moved = { rows: [{ id: '420' }] };
    const [first, ...others] = window.pages;
    const now = { ...window, pages: [{ ...first, ...moved }, ...others] } as ListWindow<Row>;

    const renewed = (await refreshWindow(read, now, pagesAt(now.pages, 402, 402), false))(now);

    expect(idsOf(renewed).filter((id) => id === 420)).toEqual([420]);
    expect(list.readings).toBeLessThan(10);
  });

  test('finds a row that moved out of sight on the page to which it belongs', async () => {
    const { list, read } = sortedList(upTo(1_000).map((value) => ({ id: `row ${value}`, value })));
    let window = await beginWindow(read, null);
    for (let page = 1; page < 3; page += 1) {
      window = withNext(window, await readOn(read, window.pages.at(-1)?.until ?? null));
    }
    const shown = (of: ListWindow<Row>) =>
      shownPages(of, rowId).flatMap(({ rows }) => rows.map(({ id }) => id));
    list.rows = list.rows.map((row) => (row.id === 'row 5' ? { ...row, value: 250.5 } : row));

    const renewed = (await refreshWindow(read, window, window.pages.slice(0, 1), false, rowId))(
      window,
    );

    const sorted = list.rows.toSorted((one, other) => one.value - other.value);
    expect(shown(renewed)).toEqual(sorted.slice(0, 300).map(({ id }) => id));
    expect(shown(renewed).indexOf('row 5')).toBe(250);
  });

  test('a page that grew past a reading loses and doubles nothing', async () => {
    const { list, read } = listOf(upTo(1_000));
    const window = await fivePages(read);
    list.numbers.push(...upTo(700).map((n) => 210 + n / 1_000 + 0.0001));

    const seen = pagesAt(window.pages, 205, 215);
    const renewed = (await refreshWindow(read, window, seen, false))(window);

    const sorted = list.numbers.toSorted((one, other) => one - other);
    expect(idsOf(renewed)).toEqual(sorted.filter((n) => n < 500));
  });

  test('is read on from where a page that grew beyond all measure was cut', async () => {
    const { list, read } = listOf(upTo(1_000));
    const window = await fivePages(read);
    list.numbers.push(...upTo(5_000).map((n) => 210 + n / 10_000 + 0.00001));

    const seen = pagesAt(window.pages, 205, 215);
    const renewed = (await refreshWindow(read, window, seen, false))(window);
    const more = withNext(renewed, await readOn(read, renewed.pages.at(-1)?.until ?? null));

    const sorted = list.numbers.toSorted((one, other) => one - other);
    expect(idsOf(more)).toEqual(sorted.slice(0, 1_300));
  });
});

describe('what arrives above a list', () => {
  test('is brought in while it is little, and waits there in a storm', async () => {
    const { list, read } = listOf(upTo(300));
    let window = await beginWindow(read, null);
    for (let round = 1; round <= 60; round += 1) {
      list.numbers.push(...upTo(50, -50 * round));
      window = (await refreshWindow(read, window, [], false))(window);
    }

    expect(window.hasPrevious).toBe(true);
    expect(idsOf(window).length).toBeLessThanOrEqual(2_100);
    expect(idsOf(window)).toEqual(upTo(idsOf(window).length, idsOf(window)[0]));
    const { page, hasMore } = await readBack(read, window.pages[0]?.from ?? null);
    expect(idsOf(withPrevious(window, page, hasMore))).toEqual(
      upTo(idsOf(window).length + 100, (idsOf(window)[0] ?? 0) - 100),
    );
  });

  test('is all that is shown where nobody works in the list', async () => {
    const { list, read } = listOf(upTo(300));
    const window = await beginWindow(read, null);
    list.numbers.push(...upTo(500, -500));

    const renewed = (await refreshWindow(read, window, window.pages, true))(window);

    expect(idsOf(renewed)).toEqual(upTo(100, -500));
  });

  test('shows up in a list that had no rows', async () => {
    const { list, read } = listOf([]);
    const window = await beginWindow(read, null);
    list.numbers.push(7);

    expect(idsOf((await refreshWindow(read, window, window.pages, false))(window))).toEqual([7]);
  });

  test('meets what was read at the other end meanwhile', async () => {
    const { list, read } = listOf(upTo(300));
    const window = await beginWindow(read, null);
    list.numbers.push(-1);
    const renew = await refreshWindow(read, window, window.pages, false);

    const grown = withNext(window, await readOn(read, window.pages[0]?.until ?? null));

    expect(idsOf(renew(grown))).toEqual(upTo(201, -1));
  });
});

describe('a list that begins somewhere', () => {
  test('holds what lies before and after it', async () => {
    const { read } = listOf(upTo(1_000));

    const window = await beginWindow(read, { at: 500 });

    expect(idsOf(window)).toEqual(upTo(200, 400));
    expect(window).toMatchObject({ hasPrevious: true, landing: { index: 100, isBeyond: false } });
  });

  test.each([
    ['at its end', 'end', false],
    ['beyond its end', { at: 5_000 }, true],
  ] as const)('%s shows the last rows', async (_, start, isBeyond) => {
    const { read } = listOf(upTo(1_000));

    const window = await beginWindow(read, start);

    expect(idsOf(window)).toEqual(upTo(100, 900));
    expect(window).toMatchObject({ hasPrevious: true, landing: { index: 99, isBeyond } });
  });
});
