import { expect, test } from 'vitest';
import { onePress } from './one-press.ts';

onePress(document);

/** Whether a keydown on an element of this kind still acts. */
function acts(kind: 'button' | 'input' | 'textarea', init: KeyboardEventInit): boolean {
  const element = document.body.appendChild(document.createElement(kind));
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
  const isLeft = element.dispatchEvent(event);
  element.remove();
  return isLeft;
}

test('of a held Enter only the first press acts, on buttons and in fields', () => {
  for (const kind of ['button', 'input'] as const) {
    expect(acts(kind, { key: 'Enter' })).toBe(true);
    expect(acts(kind, { key: 'Enter', repeat: true })).toBe(false);
  }
});

test('arrows go on, and so do new lines in a text', () => {
  expect(acts('button', { key: 'ArrowDown', repeat: true })).toBe(true);
  expect(acts('textarea', { key: 'Enter', repeat: true })).toBe(true);
});
