import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from './desk-route.tsx';

// As with the payments, the pages read the address themselves and explain what they do not understand.
const asWritten = (raw: Record<string, unknown>): Record<string, unknown> => raw;

export const reportsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/reports',
  validateSearch: asWritten,
  component: lazyRouteComponent(() => import('../reports/reports-page.tsx'), 'ReportsPage'),
});

/** The steps behind one number of a report. */
export const reportRowsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/reports/rows',
  validateSearch: asWritten,
  component: lazyRouteComponent(() => import('../reports/rows-page.tsx'), 'RowsPage'),
});
