import { randomUUID } from 'node:crypto';
import express, { type Express, type RequestHandler } from 'express';
import { batchFileRouter } from './batches/batch-file-router.ts';
import { callbackRouter } from './callbacks/callback-router.ts';
import type { Deps } from './deps.ts';
import { downloadRouter } from './exports/download-router.ts';
import { answerErrors } from './http/answer-errors.ts';
import { cutUnread } from './http/cut-unread.ts';
import { dashboardRoute } from './http/dashboard-route.ts';
import { guardHost } from './http/guard-host.ts';
import { guardRequest } from './http/guard-request.ts';
import { guardSize } from './http/guard-size.ts';
import { healthRoute } from './http/health-route.ts';
import { securityHeaders } from './http/security-headers.ts';
import { LARGEST_BODY, trpcRoute } from './http/trpc-route.ts';
import { writeResult } from './imports/write-result.ts';
import { payRouter } from './links/pay-router.ts';
import { liveRoute } from './live/live-route.ts';
import { writeDifferences } from './reconciliation/write-differences.ts';
import { reportDownload } from './reports/report-download-router.ts';
import { shopRouter } from './shop-api/shop-router.ts';
import { tableDownload } from './tables/table-download.ts';
import { uploadRouter } from './uploads/upload-router.ts';

/**
 * Assembles everything that answers over HTTP. Callbacks come first: they read their body raw.
 * `demoClock` is where the simulator tells that its clock was moved.
 */
export function createApp(deps: Deps, demoClock: RequestHandler | null = null): Express {
  const app = express();
  app.disable('x-powered-by');
  // A proxy on this machine or in its private network ends TLS and says so.
  app.set('trust proxy', ['loopback', 'linklocal', 'uniquelocal']);
  app.use((_request, response, next) => {
    response.setHeader('X-Request-Id', randomUUID());
    next();
  });
  app.use(cutUnread);
  app.use(securityHeaders());
  app.get('/health', healthRoute(deps));
  app.use('/callbacks', callbackRouter(deps));
  if (deps.env.demo) app.use(guardHost);
  if (demoClock !== null) app.use(demoClock);
  app.use('/api/v1', shopRouter(deps));
  app.use('/pay', payRouter(deps));
  app.get('/events', liveRoute(deps));
  app.use('/uploads', guardRequest, uploadRouter(deps));
  app.use('/downloads/imports', guardRequest, tableDownload(deps, 'import', writeResult));
  app.use(
    '/downloads/reconciliation',
    guardRequest,
    tableDownload(deps, 'reports', writeDifferences),
  );
  app.use('/batch-files', guardRequest, batchFileRouter(deps));
  app.use('/downloads/reports', guardRequest, reportDownload(deps));
  app.use('/downloads', guardRequest, downloadRouter(deps));
  app.use('/trpc', guardRequest, guardSize(LARGEST_BODY), trpcRoute(deps));
  app.use(dashboardRoute());
  app.use((_request, response) => {
    response.status(404).json({ error: { message: 'not-found' } });
  });
  app.use(answerErrors(deps.log));
  return app;
}
