import { expect, test } from 'vitest';
import {
  differs,
  firstView,
  habitOf,
  layoutOf,
  type SavedView,
  type Views,
} from './list-layout.ts';

const layout = { columns: ['order', 'status'], density: 'compact', mode: 'scroll' } as const;
const view: SavedView = {
  id: 'a',
  merchantId: 1,
  name: 'Mine',
  isTeam: false,
  by: 'me',
  mayChange: true,
  address: { status: 'authorized', amountMin: 49.9, sort: 'captureBy', order: 'asc' },
  layout: { ...layout, columns: [...layout.columns] },
  version: 1,
};
const nothing = { plain: null, changed: null, lastView: null, defaultView: null };
const paged = { columns: null, density: 'comfortable', mode: 'pages' } as const;

test('a view brings its layout, and a change to it stays with it', () => {
  expect(layoutOf(null, nothing).density).toBe('comfortable');
  expect(layoutOf(view, nothing)).toEqual(layout);
  const left = { ...nothing, ...habitOf(view, paged) };
  expect(layoutOf(view, left)).toEqual(paged);
  expect(layoutOf(null, left).mode).toBe('scroll');
  expect(layoutOf(null, { ...nothing, ...habitOf(null, paged) })).toEqual(paged);
});

test('a view differs once its filter, sort or layout was changed', () => {
  const address = Object.fromEntries(Object.entries(view.address).reverse());
  expect(differs(view, address, view.layout)).toBe(false);
  expect(differs(view, { ...address, order: 'desc' }, view.layout)).toBe(true);
  expect(differs(view, { ...address, note: 'yes' }, view.layout)).toBe(true);
  expect(differs(view, address, paged)).toBe(true);
});

test('the view to begin with is the chosen one, else the last one, if it still exists', () => {
  const other = { ...view, id: 'b' };
  const views = (habits: Partial<Views['habits']>): Views => ({
    views: [view, other],
    merchantId: 1,
    mayShare: false,
    habits: { ...nothing, ...habits },
  });
  expect(firstView(views({}))).toBeNull();
  expect(firstView(views({ lastView: 'b' }))).toBe(other);
  expect(firstView(views({ lastView: 'b', defaultView: 'a' }))).toBe(view);
  expect(firstView(views({ lastView: 'b', defaultView: 'gone' }))).toBe(other);
});
