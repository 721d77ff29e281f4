import { describe, expect, test } from 'vitest';
import { cursorIndex, gridCommand, withPinnedRow } from './grid-keys.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const at = (index: number) => ({ index, count: 100, page: 20 });

describe('a key in the grid', () => {
  test.each([
    ['ArrowDown', 5, 6],
    ['j', 5, 6],
    ['J', 5, 6],
    ['ArrowUp', 5, 4],
    ['k', 0, 0],
    ['PageDown', 5, 25],
    ['PageUp', 5, 0],
    ['Home', 50, 0],
    ['End', 5, 99],
  ])('%s on row %i moves to row %i', (key, from, to) => {
    expect(gridCommand({ ...plain, key }, at(from))).toEqual({ type: 'move', to });
  });

  test.each([' ', 'x', 'X'])('"%s" selects the row', (key) => {
    expect(gridCommand({ ...plain, key }, at(5))).toEqual({ type: 'select' });
  });

  test('with Shift an arrow selects on its way', () => {
    const held = { ...plain, shiftKey: true };
    expect(gridCommand({ ...held, key: 'ArrowDown' }, at(5))).toEqual({
      type: 'move',
      to: 6,
      isExtending: true,
    });
    expect(gridCommand({ ...held, key: 'J' }, at(5))).toEqual({ type: 'move', to: 6 });
  });

  test('Ctrl+A selects what is loaded, Escape nothing', () => {
    const control = { ...plain, ctrlKey: true };
    expect(gridCommand({ ...control, key: 'a' }, at(5))).toEqual({ type: 'select-loaded' });
    expect(gridCommand({ ...plain, key: 'Escape' }, at(5))).toEqual({ type: 'clear-selection' });
  });

  test('past the last loaded row the wish is kept, so that the next page can fulfil it', () => {
    expect(gridCommand({ ...plain, key: 'ArrowDown' }, at(99))).toEqual({ type: 'move', to: 100 });
    expect(gridCommand({ ...plain, key: 'PageDown' }, at(95))).toEqual({ type: 'move', to: 115 });
  });

  test.each([
    ['Home', 'start'],
    ['End', 'end'],
  ])('Ctrl+%s leads to the %s of the whole list', (key, to) => {
    expect(gridCommand({ ...plain, ctrlKey: true, key }, at(5))).toEqual({ type: 'edge', to });
  });

  test.each([
    ['Enter', { type: 'open' }],
    ['o', { type: 'open' }],
    ['c', { type: 'act', action: 'capture' }],
    ['v', { type: 'act', action: 'reverse' }],
    ['r', { type: 'act', action: 'credit' }],
    ['/', { type: 'search' }],
    ['F', { type: 'search' }],
  ])('%s is a command', (key, command) => {
    expect(gridCommand({ ...plain, key }, at(5))).toEqual(command);
  });

  test.each(['c', 'r', 'v', 'f'])('Ctrl+%s stays the browser’s', (key) => {
    expect(gridCommand({ ...plain, ctrlKey: true, key }, at(5))).toBeNull();
  });
});

describe('the cursor', () => {
  test('follows its payment when rows arrive above it', () => {
    expect(cursorIndex(['new', 'a', 'b'], { id: 'b', index: 1 })).toBe(2);
  });

  test('takes the row that moved up when its payment left the list', () => {
    expect(cursorIndex(['a', 'c', 'd'], { id: 'b', index: 1 })).toBe(1);
    expect(cursorIndex(['a'], { id: 'b', index: 3 })).toBe(0);
    expect(cursorIndex([], { id: 'b', index: 3 })).toBe(0);
  });

  test('keeps its row among the rendered ones, in order', () => {
    expect(withPinnedRow([10, 11, 12], 150)).toEqual([10, 11, 12, 150]);
    expect(withPinnedRow([10, 11, 12], 2)).toEqual([2, 10, 11, 12]);
    expect(withPinnedRow([10, 11, 12], 11)).toEqual([10, 11, 12]);
  });
});
