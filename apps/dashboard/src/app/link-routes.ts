import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

/** The pages of payment links, below the page that needs a session. */
export function linkRoutes<Parent extends AnyRoute>(getParentRoute: () => Parent) {
  return [
    createRoute({
      getParentRoute,
      path: '/links',
      validateSearch: (raw: Record<string, unknown>): Record<string, unknown> => raw,
      component: lazyRouteComponent(() => import('../links/links-page.tsx'), 'LinksPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/links/new',
      validateSearch: ({ for: paymentId }: Record<string, unknown>): { for?: string } =>
        typeof paymentId === 'string' ? { for: paymentId } : {},
      component: lazyRouteComponent(() => import('../links/new-link-page.tsx'), 'NewLinkPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/links/import',
      component: lazyRouteComponent(() => import('../links/import-page.tsx'), 'ImportPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/links/$linkId',
      component: lazyRouteComponent(() => import('../links/link-page.tsx'), 'LinkPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/links/$linkId/counter',
      component: lazyRouteComponent(() => import('../links/counter-page.tsx'), 'CounterPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/links/$linkId/print',
      component: lazyRouteComponent(() => import('../links/print-page.tsx'), 'PrintPage'),
    }),
  ] as const;
}
