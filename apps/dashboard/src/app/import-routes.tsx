import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from './desk-route.tsx';

/** Payments of before Desk: the lists that were imported, a new one, and one with its lines. */
export const importsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/imports',
  component: lazyRouteComponent(() => import('../imports/imports-page.tsx'), 'ImportsPage'),
});

export const newImportRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/imports/new',
  component: lazyRouteComponent(() => import('../imports/new-import-page.tsx'), 'NewImportPage'),
});

export const importRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/imports/$importId',
  validateSearch: (raw: Record<string, unknown>): { show?: string } =>
    typeof raw.show === 'string' ? { show: raw.show } : {},
  component: lazyRouteComponent(() => import('../imports/import-page.tsx'), 'ImportPage'),
});
