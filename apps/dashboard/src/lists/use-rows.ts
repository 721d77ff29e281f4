import { keepPreviousData, type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
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
  type ListStart,
  type ReadRows,
  readBack,
  readOn,
  readSeen,
  refreshWindow,
} from './read-window.ts';

type RowsOptions<Row> = {
  readonly key: QueryKey;
  readonly read: ReadRows<Row>;
  readonly rowId: (row: Row) => string;
  readonly start: ListStart;
  /** What the rows are sorted by can change: then a row that leaves a page is looked for on the others. */
  readonly canMove?: boolean;
  /** Rows whose figures are shown though they are out of sight: they are read again as well. */
  readonly isKept?: (row: Row) => boolean;
};

/**
 * A list of any length, read page by page in both directions. What changes is read again where
 * somebody looks; the rest waits until somebody does, so that a change costs the same however much
 * was read. Old rows stay while a filter, a page or a change is being read.
 */
export function useRows<Row>(options: RowsOptions<Row>) {
  const { canMove = false, isKept = noRow, key, read, rowId, start } = options;
  const movesOf = canMove ? rowId : null;
  const queryClient = useQueryClient();
  const seen = useRef({ first: 0, last: 0 });
  /** Whether somebody works in the rows: then they keep their place, whatever arrives. */
  const held = useRef<() => boolean>(isScrolled);
  const loading = useRef<'next' | 'previous' | 'again' | null>(null);
  const [isLoading, setLoading] = useState<'next' | 'previous' | null>(null);
  const [failed, setFailed] = useState<'next' | 'previous' | null>(null);
  const known = () => queryClient.getQueryData<ListWindow<Row>>(key);
  const seenOf = (list: ListWindow<Row>) => {
    const pages = shownPages(list, rowId);
    const inSight = pagesAt(pages, seen.current.first, seen.current.last);
    return pages.filter((page) => inSight.includes(page) || page.rows.some(isKept));
  };

  const query = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const list = known();
      const reading: ReadRows<Row> = (part) => read(part, { signal });
      if (list === undefined) return beginWindow(reading, start);
      const isFollowing = start === null && !held.current();
      const renew = await refreshWindow(reading, list, seenOf(list), isFollowing, movesOf);
      return renew(known() ?? list);
    },
    placeholderData: keepPreviousData,
  });
  const { data, isPlaceholderData } = query;
  const rows = useMemo(
    () => (data === undefined ? [] : shownPages(data, rowId).flatMap((page) => page.rows)),
    [data, rowId],
  );

  /** Reads what lies on one side of the rows. True: more is left there. */
  const load = async (way: 'next' | 'previous'): Promise<boolean> => {
    const list = known();
    const cursor = way === 'next' ? list?.pages.at(-1)?.until : list?.pages[0]?.from;
    const hasMore = way === 'next' || list?.hasPrevious;
    if (cursor == null || !hasMore || loading.current === way) return false;
    loading.current = way;
    setLoading(way);
    setFailed(null);
    try {
      const next = way === 'next' ? await readOn(read, cursor) : null;
      const back = way === 'previous' ? await readBack(read, cursor) : null;
      queryClient.setQueryData<ListWindow<Row>>(key, (now) => {
        const edge = way === 'next' ? now?.pages.at(-1)?.until : now?.pages[0]?.from;
        if (now === undefined || edge !== cursor) return now;
        if (next !== null) return withNext(now, next);
        return back === null ? now : withPrevious(now, back.page, back.hasMore);
      });
      return next === null ? back?.hasMore === true : next.until !== null;
    } catch {
      setFailed(way);
      return false;
    } finally {
      loading.current = null;
      setLoading(null);
    }
  };

  /** Reads again what is seen and out of date; what fails is tried again with the next change. */
  const freshen = async () => {
    const list = known();
    if (list === undefined || loading.current !== null || query.isFetching) return;
    const stale = seenOf(list).filter((page) => page.isStale && page.from !== null);
    if (stale.length === 0) return;
    loading.current = 'again';
    try {
      const again = await readSeen(read, list, stale, movesOf);
      queryClient.setQueryData<ListWindow<Row>>(key, (now) => now && withPages(now, again));
    } catch {
      // The old rows stay.
    } finally {
      loading.current = null;
    }
  };

  const latest = useRef({ load, freshen });
  latest.current = { load, freshen };
  useEffect(() => void latest.current.freshen(), [data, query.isFetching, isLoading]);

  return {
    rows,
    landing: isPlaceholderData ? null : (data?.landing ?? null),
    error: query.error,
    isPending: query.isPending,
    isFetching: query.isFetching,
    isError: query.isError || failed !== null,
    hasNext: !isPlaceholderData && data?.pages.at(-1)?.until != null,
    hasPrevious: !isPlaceholderData && data?.hasPrevious === true,
    isLoadingNext: isLoading === 'next',
    isLoadingPrevious: isLoading === 'previous',
    /** It begins at its beginning: what lies above its rows arrived since. */
    isBegun: start === null,
    held,
    loadNext: useCallback(() => latest.current.load('next'), []),
    loadPrevious: useCallback(() => latest.current.load('previous'), []),
    /** Says which rows are in sight. */
    look: useCallback((first: number, last: number) => {
      seen.current = { first, last };
      void latest.current.freshen();
    }, []),
    /** Reads the list from its beginning, whatever is held. */
    beginAnew: async () => {
      try {
        const begun = await beginWindow(read, null);
        const landing = { key: crypto.randomUUID(), index: 0, isBeyond: false };
        queryClient.setQueryData<ListWindow<Row>>(key, { ...begun, landing });
      } catch {
        setFailed('previous');
      }
    },
    retry: () => (failed === null ? void query.refetch() : void load(failed)),
  };
}

export type Rows<Row> = ReturnType<typeof useRows<Row>>;

/** Where the rows are no grid, whoever has scrolled down is at work in them. */
export function isScrolled(): boolean {
  return window.scrollY > 0;
}

function noRow(): boolean {
  return false;
}
