import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from './desk-route.tsx';

/** How the shop of a connection talks to Desk. */
export const shopApiRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/connections/$connectionId/shop-api',
  component: lazyRouteComponent(() => import('../shop-api/shop-api-page.tsx'), 'ShopApiPage'),
});
