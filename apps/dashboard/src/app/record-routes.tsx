import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from './desk-route.tsx';

/** What happened: steps without a certain outcome, what the gateway sent, and who did what. */
export const unresolvedRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/unresolved',
  component: lazyRouteComponent(() => import('../payments/unresolved-page.tsx'), 'UnresolvedPage'),
});

export const notificationsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/notifications',
  validateSearch: (raw: Record<string, unknown>): Record<string, unknown> => raw,
  component: lazyRouteComponent(
    () => import('../notifications/notifications-page.tsx'),
    'NotificationsPage',
  ),
});

export const auditRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/audit',
  validateSearch: (raw: Record<string, unknown>): Record<string, unknown> => raw,
  component: lazyRouteComponent(() => import('../audit/audit-page.tsx'), 'AuditPage'),
});
