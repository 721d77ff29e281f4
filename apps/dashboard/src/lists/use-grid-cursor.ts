import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { cursorIndex } from './grid-keys.ts';
import type { Landing } from './list-window.ts';

type Cursor = { readonly id: string | null; readonly index: number };
type CursorOptions = {
  readonly ids: readonly string[];
  readonly hasMore: boolean;
  readonly loadMore: () => void;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly showRow: (index: number, align?: 'start' | 'end') => void;
  /** Names the list, so that coming back to it finds its row again. */
  readonly memory: string;
  /** The row that was asked for. */
  readonly landing: Landing | null;
};

/**
 * The one focused row of the grid. It follows its payment through every refetch, waits for the next
 * page when a key leads past the loaded rows, and gives focus back when its element was replaced.
 */
export function useGridCursor({
  ids,
  hasMore,
  loadMore,
  scroller,
  showRow,
  memory,
  landing,
}: CursorOptions) {
  const queryClient = useQueryClient();
  const memoryKey = ['payments-cursor', memory];
  const remembered = queryClient.getQueryData<Cursor>(memoryKey);
  const [cursor, setCursor] = useState<Cursor>(remembered ?? { id: null, index: 0 });
  const [seen, setSeen] = useState(memory);
  const wanted = useRef<number | null>(null);
  const focus = useRef<'none' | 'held' | 'due'>('none');
  const landed = useRef<string | null>(null);
  const arriving = useRef<number | null>(null);
  const visited = useRef<string | null>(null);

  if (memory !== seen) {
    setSeen(memory);
    setCursor(remembered ?? { id: null, index: 0 });
  }
  const index = cursorIndex(ids, cursor);

  const place = (to: number) => {
    const next = { id: ids[to] ?? null, index: to };
    setCursor(next);
    queryClient.setQueryData(memoryKey, next);
  };

  const moveTo = (to: number) => {
    const last = ids.length - 1;
    wanted.current = to > last && hasMore ? to : null;
    if (wanted.current !== null) loadMore();
    const reached = Math.max(0, Math.min(to, last));
    place(reached);
    focus.current = 'due';
    showRow(reached);
  };

  const focusRow = () => {
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`);
    if (!row) return;
    row.focus({ preventScroll: true });
    // The grid may reach below the window: its row is in sight only once the page has moved too.
    row.scrollIntoView({ block: 'nearest' });
    focus.current = 'held';
  };

  useEffect(() => {
    if (wanted.current !== null) moveTo(wanted.current);
  }, [ids.length, hasMore]);

  useEffect(() => {
    wanted.current = null;
    if (remembered !== undefined || landing === null) showRow(index);
    if (remembered === undefined) return;
    // After the page has taken the focus to its heading: whoever comes back wants the row.
    const frame = requestAnimationFrame(focusRow);
    return () => cancelAnimationFrame(frame);
  }, [memory]);

  useLayoutEffect(() => {
    // Whoever comes back wants the row they left, not the one they once asked for.
    const isBack = remembered !== undefined && visited.current !== memory;
    visited.current = memory;
    if (landing === null || landing.key === landed.current) return;
    landed.current = landing.key;
    if (isBack) return;
    wanted.current = null;
    arriving.current = landing.index;
    place(landing.index);
    showRow(landing.index, landing.index === ids.length - 1 ? 'end' : 'start');
  }, [landing, memory]);

  useLayoutEffect(() => {
    // The focus goes to the row that was asked for, not to the one in whose place it stands now.
    if (arriving.current !== null && arriving.current !== index) return;
    arriving.current = null;
    const isLost = focus.current === 'held' && document.activeElement === document.body;
    if (focus.current === 'due' || isLost) focusRow();
  });

  return {
    index,
    /** Where the next key counts from: past the loaded rows while a page is awaited. */
    keyIndex: () => wanted.current ?? index,
    moveTo,
    /** A row took the focus by itself, by click or Tab. */
    rowFocused: (at: number) => {
      focus.current = 'held';
      // Also the row the cursor stands on by default: only a named row is found again on return.
      if (at === index && cursor.id === ids[at]) return;
      wanted.current = null;
      place(at);
    },
    /** Focus went to another control; after a replaced element it went nowhere and is taken back. */
    focusLeft: (to: EventTarget | null) => {
      if (to !== null) focus.current = 'none';
    },
  };
}
