import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from './desk-route.tsx';

/** Orders that leave in files: the list, a new one, and one with its answer. */
export const batchesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/batches',
  component: lazyRouteComponent(() => import('../batches/batches-page.tsx'), 'BatchesPage'),
});

export const newBatchRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/batches/new',
  component: lazyRouteComponent(() => import('../batches/new-batch-page.tsx'), 'NewBatchPage'),
});

export const batchRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/batches/$fileId',
  component: lazyRouteComponent(() => import('../batches/batch-page.tsx'), 'BatchPage'),
});
