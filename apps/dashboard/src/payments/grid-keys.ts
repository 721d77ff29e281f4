/** Where the grid stands: `count` rows are loaded, `page` rows fit on the screen. */
type GridPosition = { readonly index: number; readonly count: number; readonly page: number };
type GridKey = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
};
export type RowAction = 'capture' | 'reverse' | 'credit';
export type GridCommand =
  | { readonly type: 'move'; readonly to: number }
  | { readonly type: 'open' }
  | { readonly type: 'act'; readonly action: RowAction }
  | { readonly type: 'search' };

/**
 * What a key means inside the payments grid; null = not ours. `to` may lie past the last loaded
 * row: the grid then waits for the next page.
 */
export function gridCommand(pressed: GridKey, position: GridPosition): GridCommand | null {
  if (pressed.altKey) return null;
  if (pressed.ctrlKey || pressed.metaKey) return pressedWithControl(pressed.key, position);
  const { index, count, page } = position;
  switch (pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key) {
    case 'ArrowDown':
    case 'j':
      return { type: 'move', to: index + 1 };
    case 'ArrowUp':
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

function pressedWithControl(key: string, { count }: GridPosition): GridCommand | null {
  if (key === 'Home') return { type: 'move', to: 0 };
  if (key === 'End') return { type: 'move', to: Math.max(0, count - 1) };
  return null;
}
