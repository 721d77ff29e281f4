import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from 'paygate-bff';

export type Views = inferRouterOutputs<AppRouter>['views']['list'];
export type ListName = inferRouterInputs<AppRouter>['views']['list']['list'];
/** Filters and sort as the address of a list says them. */
export type ListAddress = Readonly<Record<string, string | number>>;
export type SavedView = Views['views'][number];
export type Layout = SavedView['layout'];
export type Habits = Views['habits'];

/** What a list looks like before anybody chose something. */
const usualLayout: Layout = { columns: null, density: 'comfortable', mode: 'scroll' };

/** The layout in force: as it was left in this view, as the view says, or as it was left without one. */
export function layoutOf(view: SavedView | null, { changed, plain }: Habits): Layout {
  if (view === null) return plain ?? usualLayout;
  return changed?.viewId === view.id ? changed.layout : view.layout;
}

/** What is to be remembered of a layout that was chosen while a view is open, or none. */
export function habitOf(view: SavedView | null, layout: Layout): Partial<Habits> {
  return view === null ? { plain: layout } : { changed: { viewId: view.id, layout } };
}

/** Whether filters, sort or layout are other than the view says. */
export function differs(view: SavedView, address: ListAddress, layout: Layout): boolean {
  return sorted(view.address) !== sorted(address) || sorted(view.layout) !== sorted(layout);
}

/** The view to begin with: the one that was chosen for it, else the last one used. */
export function firstView({ habits, views }: Views): SavedView | null {
  const { defaultView, lastView } = habits;
  const named = (id: string | null) => views.find((view) => view.id === id) ?? null;
  return named(defaultView) ?? named(lastView);
}

function sorted(value: object): string {
  return JSON.stringify(Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b)));
}
