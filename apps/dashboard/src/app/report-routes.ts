import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

// As with the payments, the pages read the address themselves and explain what they do not understand.
const asWritten = (raw: Record<string, unknown>): Record<string, unknown> => raw;

/** The pages of reports, below the page that needs a session. */
export function reportRoutes<Parent extends AnyRoute>(getParentRoute: () => Parent) {
  return [
    createRoute({
      getParentRoute,
      path: '/reports',
      validateSearch: asWritten,
      component: lazyRouteComponent(() => import('../reports/reports-page.tsx'), 'ReportsPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/reports/rows',
      validateSearch: asWritten,
      component: lazyRouteComponent(() => import('../reports/rows-page.tsx'), 'RowsPage'),
    }),
  ] as const;
}
