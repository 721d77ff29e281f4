import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

/** The export centre and the dialog over it, below the page that needs a session. */
export function exportRoutes<Parent extends AnyRoute>(getParentRoute: () => Parent) {
  const centre = createRoute({
    getParentRoute,
    path: '/exports',
    component: lazyRouteComponent(() => import('../exports/exports-page.tsx'), 'ExportsPage'),
  });
  const dialog = createRoute({
    getParentRoute: () => centre,
    path: '/new',
    component: lazyRouteComponent(() => import('../exports/export-dialog.tsx'), 'ExportDialog'),
  });
  return [centre.addChildren([dialog])] as const;
}
