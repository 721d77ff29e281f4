/** Part of a list as it was read: the rows between two cursors, which are places between rows. */
export type ReadPage<Row> = {
  /** Where it begins; null only for a list without rows. */
  readonly from: string | null;
  /** Where it ends and the next one begins; null: where the list ends. */
  readonly until: string | null;
  readonly rows: readonly Row[];
  /** Something may have changed in it since: it is read again when somebody looks at it. */
  readonly isStale: boolean;
};

/** Where in the list somebody wanted to be: the row at `index` of those read first is in sight. */
export type Landing = {
  readonly key: string;
  readonly index: number;
  /** Nothing is found from there on: this is the end of the list. */
  readonly isBeyond: boolean;
};

/** What of a list was read so far: pages that touch each other, somewhere in a list of any length. */
export type ListWindow<Row> = {
  readonly pages: readonly ReadPage<Row>[];
  /** Whether more lies above the first page. */
  readonly hasPrevious: boolean;
  /** The row that was asked for and a name for the asking; null for a list from its beginning. */
  readonly landing: Landing | null;
};

type RowId<Row> = (row: Row) => string;

/** The pages as they are shown: a row that moved from one to another is shown once, as it was read last. */
export function shownPages<Row>(
  { pages }: ListWindow<Row>,
  rowId: RowId<Row>,
): readonly ReadPage<Row>[] {
  const newest = new Set(
    pages.flatMap(({ isStale, rows }) => (isStale ? [] : rows.map((row) => rowId(row)))),
  );
  const seen = new Set<string>();
  return pages.map((page) => {
    const rows = page.rows.filter((row) => {
      const id = rowId(row);
      if (seen.has(id) || (page.isStale && newest.has(id))) return false;
      seen.add(id);
      return true;
    });
    return rows.length === page.rows.length ? page : { ...page, rows };
  });
}

/** The pages that hold the rows from `first` to `last`. */
export function pagesAt<Row>(
  pages: readonly ReadPage<Row>[],
  first: number,
  last: number,
): readonly ReadPage<Row>[] {
  let start = 0;
  return pages.filter(({ rows }) => {
    const begin = start;
    start += rows.length;
    return rows.length > 0 && begin <= last && start > first;
  });
}

/**
 * Puts in the place of pages what was read of them again, named by where they begin. A part that did
 * not fit into what may be read at once ends the window: what follows is read on from there.
 */
export function withPages<Row>(
  list: ListWindow<Row>,
  read: ReadonlyMap<string, readonly ReadPage<Row>[]>,
): ListWindow<Row> {
  const pages: ReadPage<Row>[] = [];
  for (const page of list.pages) {
    const again = page.from === null ? undefined : read.get(page.from);
    pages.push(...(again ?? [page]));
    const end = again?.at(-1);
    if (end !== undefined && end.until !== page.until && page.until !== null) break;
  }
  return { ...list, pages };
}

/** The same, with everything to be read again once it is looked at. */
export function outOfDate<Row>(list: ListWindow<Row>): ListWindow<Row> {
  return { ...list, pages: list.pages.map((page) => ({ ...page, isStale: true })) };
}

/** Adds what follows the last page. */
export function withNext<Row>(list: ListWindow<Row>, page: ReadPage<Row>): ListWindow<Row> {
  return { ...list, pages: [...list.pages, page] };
}

/** A page of up to so many rows takes those in that arrive above it, instead of many pages of one. */
const mostInOne = 150;

/** Adds what lies above the first page. */
export function withPrevious<Row>(
  list: ListWindow<Row>,
  page: ReadPage<Row>,
  hasPrevious: boolean,
): ListWindow<Row> {
  const [first, ...others] = list.pages;
  if (page.rows.length === 0) return { ...list, hasPrevious };
  const pages =
    first !== undefined && first.rows.length + page.rows.length <= mostInOne
      ? [{ ...first, from: page.from, rows: [...page.rows, ...first.rows] }, ...others]
      : [page, ...list.pages];
  return { ...list, pages, hasPrevious };
}
