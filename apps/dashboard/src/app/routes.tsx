import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { BareErrorPage } from './bare-error-page.tsx';
import { batchesRoute, batchRoute, newBatchRoute } from './batch-routes.tsx';
import { deskRoute, type RouterContext, rootRoute } from './desk-route.tsx';
import { ErrorPage } from './error-page.tsx';
import { exportsRoute } from './export-routes.tsx';
import { importRoute, importsRoute, newImportRoute } from './import-routes.tsx';
import { linkRoutes } from './link-routes.ts';
import { stepsRoute } from './list-routes.ts';
import { nextPage } from './next-page.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { newStatementRoute, statementRoute, statementsRoute } from './reconciliation-routes.tsx';
import { auditRoute, notificationsRoute, unresolvedRoute } from './record-routes.tsx';
import { reportRowsRoute, reportsRoute } from './report-routes.tsx';
import { shopApiRoute } from './shop-api-routes.tsx';

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (raw: Record<string, unknown>): { next?: string } => nextPage(raw),
  component: lazyRouteComponent(() => import('../sign-in/sign-in-page.tsx'), 'SignInPage'),
  errorComponent: BareErrorPage,
});

const acceptInviteRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/accept-invite',
  component: lazyRouteComponent(
    () => import('../sign-in/accept-invite-page.tsx'),
    'AcceptInvitePage',
  ),
  errorComponent: BareErrorPage,
});

const overviewRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/',
  component: lazyRouteComponent(() => import('../overview/overview-page.tsx'), 'OverviewPage'),
});

const paymentsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/payments',
  // The page reads the filters itself, because it explains those it does not understand.
  validateSearch: (raw: Record<string, unknown>): Record<string, unknown> => raw,
  component: lazyRouteComponent(() => import('../payments/payments-page.tsx'), 'PaymentsPage'),
});

const paymentRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/payments/$paymentId',
  component: lazyRouteComponent(() => import('../payments/payment-page.tsx'), 'PaymentPage'),
});

const captureRoute = createRoute({
  getParentRoute: () => paymentRoute,
  path: '/capture',
  component: lazyRouteComponent(() => import('../payments/capture-dialog.tsx'), 'CaptureDialog'),
});

const reverseRoute = createRoute({
  getParentRoute: () => paymentRoute,
  path: '/reverse',
  component: lazyRouteComponent(() => import('../payments/reverse-dialog.tsx'), 'ReverseDialog'),
});

const refundRoute = createRoute({
  getParentRoute: () => paymentRoute,
  path: '/refund',
  component: lazyRouteComponent(() => import('../payments/refund-dialog.tsx'), 'RefundDialog'),
});

const connectionsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/connections',
  component: lazyRouteComponent(
    () => import('../connections/connections-page.tsx'),
    'ConnectionsPage',
  ),
});

const newConnectionRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/connections/new',
  component: lazyRouteComponent(
    () => import('../connections/new-connection-page.tsx'),
    'NewConnectionPage',
  ),
});

const connectionRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/connections/$connectionId',
  component: lazyRouteComponent(
    () => import('../connections/connection-page.tsx'),
    'ConnectionPage',
  ),
});

const peopleRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/people',
  component: lazyRouteComponent(() => import('../people/people-page.tsx'), 'PeoplePage'),
});

const inviteRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/people/new',
  component: lazyRouteComponent(() => import('../people/invite-page.tsx'), 'InvitePage'),
});

const personRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/people/$merchantId/$userId',
  component: lazyRouteComponent(() => import('../people/person-page.tsx'), 'PersonPage'),
});

const elsewhereRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '$',
  component: NotFoundPage,
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  acceptInviteRoute,
  deskRoute.addChildren([
    overviewRoute,
    paymentsRoute,
    stepsRoute,
    paymentRoute.addChildren([captureRoute, reverseRoute, refundRoute]),
    unresolvedRoute,
    notificationsRoute,
    auditRoute,
    exportsRoute,
    batchesRoute,
    newBatchRoute,
    batchRoute,
    importsRoute,
    newImportRoute,
    importRoute,
    statementsRoute,
    newStatementRoute,
    statementRoute,
    ...linkRoutes(() => deskRoute),
    reportsRoute,
    reportRowsRoute,
    connectionsRoute,
    newConnectionRoute,
    connectionRoute,
    shopApiRoute,
    peopleRoute,
    inviteRoute,
    personRoute,
    elsewhereRoute,
  ]),
]);

/** Every URL of the dashboard. */
export function createDeskRouter(context: RouterContext) {
  return createRouter({
    routeTree,
    context,
    defaultErrorComponent: ErrorPage,
    defaultPreload: 'intent',
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createDeskRouter>;
  }
}
