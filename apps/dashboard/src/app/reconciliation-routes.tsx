import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from './desk-route.tsx';

/** Statements of those who pay out: the list, a new one, and one with its lanes. */
export const statementsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/reconciliation',
  component: lazyRouteComponent(
    () => import('../reconciliation/statements-page.tsx'),
    'StatementsPage',
  ),
});

export const newStatementRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/reconciliation/new',
  component: lazyRouteComponent(
    () => import('../reconciliation/new-statement-page.tsx'),
    'NewStatementPage',
  ),
});

export const statementRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/reconciliation/$statementId',
  validateSearch: (raw: Record<string, unknown>): { lane?: string } =>
    typeof raw.lane === 'string' ? { lane: raw.lane } : {},
  component: lazyRouteComponent(
    () => import('../reconciliation/statement-page.tsx'),
    'StatementPage',
  ),
});
