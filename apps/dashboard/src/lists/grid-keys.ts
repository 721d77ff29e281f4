/** Where the grid stands: `count` rows are loaded, `page` rows fit on the screen. */
type GridPosition = { readonly index: number; readonly count: number; readonly page: number };
type GridKey = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};
export type RowAction = 'capture' | 'reverse' | 'credit';
export type GridCommand =
  /** `isExtending`: the rows on the way are selected too. */
  | { readonly type: 'move'; readonly to: number; readonly isExtending?: true }
  /** To an end of the whole list. */
  | { readonly type: 'edge'; readonly to: 'start' | 'end' }
  | { readonly type: 'select' }
  | { readonly type: 'select-loaded' }
  | { readonly type: 'clear-selection' }
  | { readonly type: 'open' }
  | { readonly type: 'act'; readonly action: RowAction }
  | { readonly type: 'search' };
/** What happens to the row of the cursor, outside the grid. */
export type RowCommand = Extract<GridCommand, { type: 'open' | 'act' | 'search' }>;

/**
 * What a key means inside the payments grid; null = not ours. `to` may lie past the last loaded
 * row: the grid then waits for the next page.
 */
export function gridCommand(pressed: GridKey, position: GridPosition): GridCommand | null {
  if (pressed.altKey) return null;
  if (pressed.ctrlKey || pressed.metaKey) return pressedWithControl(pressed.key);
  const { index, count, page } = position;
  switch (pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key) {
    case 'ArrowDown':
      return { type: 'move', to: index + 1, ...extending(pressed) };
    case 'j':
      return { type: 'move', to: index + 1 };
    case 'ArrowUp':
      return { type: 'move', to: Math.max(0, index - 1), ...extending(pressed) };
    case 'k':
      return { type: 'move', to: Math.max(0, index - 1) };
    case 'PageDown':
      return { type: 'move', to: index + page };
    case 'PageUp':
      return { type: 'move', to: Math.max(0, index - page) };
    case 'Home':
      return { type: 'move', to: 0 };
    case 'End':
      return { type: 'move', to: Math.max(0, count - 1) };
    case ' ':
    case 'x':
      return { type: 'select' };
    case 'Escape':
      return { type: 'clear-selection' };
    case 'Enter':
    case 'o':
      return { type: 'open' };
    case 'c':
      return { type: 'act', action: 'capture' };
    case 'v':
      return { type: 'act', action: 'reverse' };
    case 'r':
      return { type: 'act', action: 'credit' };
    case '/':
    case 'f':
      return { type: 'search' };
    default:
      return null;
  }
}

/** Whether a command is about the selection alone. */
export function isSelecting({ type }: GridCommand): boolean {
  return type === 'select' || type === 'select-loaded' || type === 'clear-selection';
}

/** Keeps the cursor on its payment; when that one left the list, on the row that took its place. */
export function cursorIndex(
  ids: readonly string[],
  cursor: { readonly id: string | null; readonly index: number },
): number {
  const found = cursor.id === null ? -1 : ids.indexOf(cursor.id);
  return found >= 0 ? found : Math.max(0, Math.min(cursor.index, ids.length - 1));
}

/** The rows to render: the visible ones and the row of the cursor, so that focus never loses its element. */
export function withPinnedRow(visible: readonly number[], pinned: number): number[] {
  return pinned < 0 || visible.includes(pinned)
    ? [...visible]
    : [...visible, pinned].toSorted((a, b) => a - b);
}

function pressedWithControl(key: string): GridCommand | null {
  if (key === 'a') return { type: 'select-loaded' };
  if (key === 'Home') return { type: 'edge', to: 'start' };
  if (key === 'End') return { type: 'edge', to: 'end' };
  return null;
}

function extending({ shiftKey }: GridKey): { readonly isExtending?: true } {
  return shiftKey ? { isExtending: true } : {};
}
