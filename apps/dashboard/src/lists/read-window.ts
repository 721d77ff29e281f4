import {
  type Landing,
  type ListWindow,
  outOfDate,
  type ReadPage,
  withPages,
  withPrevious,
} from './list-window.ts';

/** The rows between two cursors, or up to `limit` of them. */
type Part = {
  readonly cursor: string | null;
  readonly until?: string | null;
  readonly startAt?: number | string;
  readonly direction: 'next' | 'previous';
  readonly limit: number;
};
export type ReadRows<Row> = (
  part: Part,
  options?: { readonly signal: AbortSignal },
) => Promise<{
  readonly rows: readonly Row[];
  readonly nextCursor: string | null;
  readonly prevCursor: string | null;
  readonly startCursor: string | null;
}>;
/** Where a list is to begin: at its beginning, at a value of its sort, or with its last rows. */
export type ListStart = null | 'end' | { readonly at: number | string };

const pageSize = 100;
/** As many as the server gives at once. */
export const mostAtOnce = 200;
const mostReadings = 5;
/** Rows that arrive are added to a list that somebody works in up to here; more wait above it. */
const mostAdded = 2_000;

/** The first rows of a list. Around a place in it, so that one can scroll both ways. */
export async function beginWindow<Row>(
  read: ReadRows<Row>,
  start: ListStart,
): Promise<ListWindow<Row>> {
  if (start === null) {
    return { pages: [await readOn(read, null)], hasPrevious: false, landing: null };
  }
  if (start === 'end') return endOf(read, false);
  const { at } = start;
  const after = await read({ cursor: null, startAt: at, direction: 'next', limit: pageSize });
  if (after.startCursor === null) return endOf(read, true);
  const before = await readBack(read, after.startCursor);
  const begun: ListWindow<Row> = {
    pages: [pageOf(after.startCursor, after)],
    hasPrevious: false,
    landing: landingAt(before.page.rows.length, false),
  };
  return withPrevious(begun, before.page, before.hasMore);
}

/** The page that follows a place. */
export async function readOn<Row>(
  read: ReadRows<Row>,
  from: string | null,
): Promise<ReadPage<Row>> {
  const answer = await read({ cursor: from, direction: 'next', limit: pageSize });
  return pageOf(from ?? answer.startCursor, answer);
}

/** The page that lies before a place, and whether more does. */
export async function readBack<Row>(read: ReadRows<Row>, until: string | null, limit = pageSize) {
  const answer = await read({ cursor: until, direction: 'previous', limit });
  return {
    page: { from: answer.startCursor, until, rows: answer.rows, isStale: false },
    hasMore: answer.prevCursor !== null,
  };
}

/** Reads pages again, each as what now lies between its two ends. */
export async function readPages<Row>(
  read: ReadRows<Row>,
  pages: readonly ReadPage<Row>[],
): Promise<ReadonlyMap<string, readonly ReadPage<Row>[]>> {
  const again = pages.map(async (page) => [page.from ?? '', await readAgain(read, page)] as const);
  return new Map(await Promise.all(again));
}

/** How far a row that left the rows in sight is looked for. */
const mostSought = 10;

/**
 * Reads again what is `seen` of a list. A row that left it by what it is sorted by is looked for on the
 * other pages, the nearest first, so that it stands where it belongs and is missing nowhere. What is
 * sorted by something that never changes can only have left the list.
 */
export async function readSeen<Row>(
  read: ReadRows<Row>,
  list: ListWindow<Row>,
  seen: readonly ReadPage<Row>[],
  movesOf: ((row: Row) => string) | null,
): Promise<ReadonlyMap<string, readonly ReadPage<Row>[]>> {
  const again = await readPages(read, seen);
  if (movesOf === null) return again;
  const there = new Set([...again.values()].flat().flatMap(({ rows }) => rows.map(movesOf)));
  const hasLeft = seen.some(({ rows }) => rows.some((row) => !there.has(movesOf(row))));
  if (!hasLeft) return again;
  const places = list.pages.flatMap(({ from }, at) => (again.has(from ?? '') ? [at] : []));
  const distance = (at: number) => Math.min(...places.map((place) => Math.abs(place - at)));
  const others = [...list.pages.entries()]
    .filter(([, { from }]) => from !== null && !again.has(from))
    .toSorted(([one], [other]) => distance(one) - distance(other))
    .slice(0, mostSought);
  return new Map([
    ...again,
    ...(await readPages(
      read,
      others.map(([, page]) => page),
    )),
  ]);
}

/**
 * Brings a list up to date: what is `seen` of it and what arrived above it are read, the rest is
 * marked. `isFollowing`: nobody works in it and its top is in sight, so that it may begin anew.
 * `movesOf` names a row where rows can move by what they are sorted by. Answers with what is to be
 * done to the list, which may have grown meanwhile.
 */
export async function refreshWindow<Row>(
  read: ReadRows<Row>,
  list: ListWindow<Row>,
  seen: readonly ReadPage<Row>[],
  isFollowing: boolean,
  movesOf: ((row: Row) => string) | null = null,
): Promise<(now: ListWindow<Row>) => ListWindow<Row>> {
  const from = list.pages[0]?.from ?? null;
  if (from === null) {
    const begun = await beginWindow(read, null);
    return () => begun;
  }
  const [again, above] = await Promise.all([
    readSeen(read, list, seen, movesOf),
    list.hasPrevious && !isFollowing ? null : readBack(read, from),
  ]);
  if (isFollowing && above?.hasMore) {
    const begun = await beginWindow(read, null);
    return () => begun;
  }
  return (now) => {
    const current = withPages(outOfDate(now), again);
    if (above === null || now.pages[0]?.from !== from) return current;
    const count = current.pages.reduce((sum, { rows }) => sum + rows.length, 0);
    if (!isFollowing && above.page.rows.length > 0 && count >= mostAdded) {
      return { ...current, hasPrevious: true };
    }
    return withPrevious(current, above.page, above.hasMore);
  };
}

/** A page that grew too long becomes several; what does not fit into a few readings is left out. */
async function readAgain<Row>(
  read: ReadRows<Row>,
  { from, until }: ReadPage<Row>,
): Promise<readonly ReadPage<Row>[]> {
  const pages: ReadPage<Row>[] = [];
  let cursor = from;
  for (let reading = 0; reading < (until === null ? 1 : mostReadings); reading += 1) {
    const answer = await read({ cursor, until, direction: 'next', limit: mostAtOnce });
    const end = answer.nextCursor ?? until;
    pages.push({ from: cursor, until: end, rows: answer.rows, isStale: false });
    if (answer.nextCursor === null) break;
    cursor = answer.nextCursor;
  }
  return pages;
}

async function endOf<Row>(read: ReadRows<Row>, isBeyond: boolean): Promise<ListWindow<Row>> {
  const { page, hasMore } = await readBack(read, null);
  const index = Math.max(0, page.rows.length - 1);
  return { pages: [page], hasPrevious: hasMore, landing: landingAt(index, isBeyond) };
}

function pageOf<Row>(
  from: string | null,
  { rows, nextCursor }: { readonly rows: readonly Row[]; readonly nextCursor: string | null },
): ReadPage<Row> {
  return { from, until: nextCursor, rows, isStale: false };
}

/** Each asking has a name of its own: asking for the same place again leads there again. */
function landingAt(index: number, isBeyond: boolean): Landing {
  return { key: crypto.randomUUID(), index, isBeyond };
}
