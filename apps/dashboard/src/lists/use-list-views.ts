import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { type ColumnSet, readColumns } from './column-set.ts';
import {
  differs,
  habitOf,
  type Layout,
  type ListAddress,
  type ListName,
  layoutOf,
  type SavedView,
} from './list-layout.ts';
import { useFirstView } from './use-first-view.ts';
import { useViews } from './use-views.ts';

/** Where there is a list. */
export type ListPath = '/payments' | '/payments/steps';

type ListViewsOptions<Name extends string> = {
  readonly list: ListName;
  readonly to: ListPath;
  readonly columns: ColumnSet<Name>;
  /** The view that the address names, and what else it says, as it would be written. */
  readonly viewId: string | null;
  readonly address: ListAddress;
  readonly isBare: boolean;
};

/** The saved views of a list: which one is open, how the list is laid out, what of it is gone. */
export function useListViews<Name extends string>(options: ListViewsOptions<Name>) {
  const { address, columns, isBare, list, to, viewId } = options;
  const navigate = useNavigate();
  const views = useViews(list);
  const { habits, remember } = views;
  const [removed, setRemoved] = useState<SavedView | null>(null);
  const view = views.views.find(({ id }) => id === viewId) ?? null;
  const layout = layoutOf(view, habits);
  const chosen = useMemo(
    () => (layout.columns === null ? null : readColumns(columns, layout.columns)),
    [layout.columns, columns],
  );
  const open = (opened: SavedView) => {
    remember({ lastView: opened.id });
    void navigate({ to, search: { ...opened.address, view: opened.id }, replace: true });
  };
  const isBeginning = useFirstView(views, isBare, open);

  return {
    views,
    view,
    layout,
    /** Null: the usual columns. */
    chosen: chosen?.columns ?? null,
    gone: chosen?.gone ?? [],
    isChanged: view !== null && differs(view, address, layout),
    /** The address names a view that is not there. */
    isGone: viewId !== null && view === null && !views.isPending && removed?.id !== viewId,
    /** It is not known yet what the list is to look like. */
    isPending: isBeginning || views.isPending,
    removed,
    remove: setRemoved,
    open,
    lay: (next: Layout) => remember(habitOf(view, next)),
  };
}
export type ListViews<Name extends string> = ReturnType<typeof useListViews<Name>>;
