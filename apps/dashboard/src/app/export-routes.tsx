import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from './desk-route.tsx';

const centerRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/exports',
  component: lazyRouteComponent(() => import('../exports/exports-page.tsx'), 'ExportsPage'),
});

const dialogRoute = createRoute({
  getParentRoute: () => centerRoute,
  path: '/new',
  component: lazyRouteComponent(() => import('../exports/export-dialog.tsx'), 'ExportDialog'),
});

/** The export center, and the dialog over it. */
export const exportsRoute = centerRoute.addChildren([dialogRoute]);
