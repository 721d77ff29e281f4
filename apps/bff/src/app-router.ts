import { auditRouter } from './audit/audit-router.ts';
import { batchesRouter } from './batches/batches-router.ts';
import { connectionsRouter } from './connections/connections-router.ts';
import { exportsRouter } from './exports/exports-router.ts';
import { importsRouter } from './imports/imports-router.ts';
import { linksRouter } from './links/links-router.ts';
import { notificationsRouter } from './notifications/notifications-router.ts';
import { overviewRouter } from './overview/overview-router.ts';
import { operationsRouter } from './payments/operations-router.ts';
import { paymentsRouter } from './payments/payments-router.ts';
import { reconciliationRouter } from './reconciliation/reconciliation-router.ts';
import { reportsRouter } from './reports/reports-router.ts';
import { sessionRouter } from './sessions/session-router.ts';
import { shopApiRouter } from './shop-api/shop-api-router.ts';
import { stepsRouter } from './steps/steps-router.ts';
import { router } from './trpc.ts';
import { usersRouter } from './users/users-router.ts';
import { viewsRouter } from './views/views-router.ts';

/** The map of the API. */
export const appRouter = router({
  session: sessionRouter,
  overview: overviewRouter,
  payments: paymentsRouter,
  operations: operationsRouter,
  steps: stepsRouter,
  reports: reportsRouter,
  reconciliation: reconciliationRouter,
  links: linksRouter,
  exports: exportsRouter,
  imports: importsRouter,
  batches: batchesRouter,
  connections: connectionsRouter,
  shopApi: shopApiRouter,
  notifications: notificationsRouter,
  users: usersRouter,
  views: viewsRouter,
  audit: auditRouter,
});

/** All that the dashboard knows of the server. */
export type AppRouter = typeof appRouter;
