import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from './desk-route.tsx';

/** Payments step by step; the page reads the filters itself, because it explains those it does not understand. */
export const stepsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/payments/steps',
  validateSearch: (raw: Record<string, unknown>): Record<string, unknown> => raw,
  component: lazyRouteComponent(() => import('../payments/steps-page.tsx'), 'StepsPage'),
});
