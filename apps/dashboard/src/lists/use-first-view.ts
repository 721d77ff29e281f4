import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { firstView, type SavedView } from './list-layout.ts';
import type { UseViews } from './use-views.ts';

/**
 * Brings back the view to begin with, once after signing in and only where the address asks for
 * nothing. True while that is being found out: the list is not shown yet.
 */
export function useFirstView(
  views: UseViews,
  isBare: boolean,
  open: (view: SavedView) => void,
): boolean {
  const queryClient = useQueryClient();
  const begunKey = ['list-begun', views.list];
  const isBegun = queryClient.getQueryData(begunKey) === true;
  const isPending: boolean = views.isPending;
  const first = isBare ? firstView(views) : null;

  useEffect(() => {
    if (isBegun || (isBare && isPending)) return;
    queryClient.setQueryData(begunKey, true);
    if (first !== null) open(first);
  }, [isBegun, isBare, isPending, first, open, queryClient, views.list]);

  return !isBegun && isBare && (isPending || first !== null);
}
