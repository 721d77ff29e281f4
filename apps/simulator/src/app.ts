import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { batchPageRoute, batchRoute } from './batch/batch-route.ts';
import { actionRoute } from './control/actions-route.ts';
import { clockListenerRoute, moveClockRoute, readClockRoute } from './control/clock-route.ts';
import { addFaultRoute, clearFaultsRoute, listFaultsRoute } from './control/faults-route.ts';
import { foreignRoute, ledgerRoute } from './control/ledger-route.ts';
import { changeMerchantRoute, listMerchantsRoute } from './control/merchants-route.ts';
import { createPaymentRoute } from './control/payments-route.ts';
import { inquireRoute } from './operations/inquire.ts';
import { inquire24Route } from './operations/inquire24.ts';
import { operationRoute } from './operations/operation-route.ts';
import { paymentPageRoute } from './operations/payment-page.ts';
import { refNrChangeRoute } from './operations/ref-nr-change.ts';
import { twintRoute } from './operations/twint.ts';
import { notFoundPage } from './pages/error-page.ts';
import {
  homeClearFaultRoute,
  homeClockRoute,
  homeFaultRoute,
  homePaymentRoute,
  homeRoute,
} from './pages/home-routes.ts';
import { payPageRoute, payReturnRoute, payStateRoute } from './pages/pay-routes.ts';
import { phoneChoiceRoute, phoneRoute } from './pages/phone-routes.ts';
import type { World } from './world.ts';

const bodyLimit = '64kb';
const batchLimit = '5mb';

/** Every address of the simulator: the wire, the control API, and the pages for people. */
export function createApp(world: World): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.get('/health', (_, res) => {
    res.json({ status: 'ok' });
  });
  app.use('/control', express.json({ limit: bodyLimit, inflate: false, type: () => true }));
  addControl(app, world);

  const form = express.raw({ limit: bodyLimit, inflate: false, type: () => true });
  const wire: Readonly<Record<string, RequestHandler>> = {
    '/twint.aspx': twintRoute(world),
    '/paymentPage.aspx': paymentPageRoute(world),
    '/capture.aspx': operationRoute(world, 'capture'),
    '/reverse.aspx': operationRoute(world, 'reverse'),
    '/credit.aspx': operationRoute(world, 'credit'),
    '/inquire.aspx': inquireRoute(world),
    '/inquire24.aspx': inquire24Route(world),
    '/RefNrChange.aspx': refNrChangeRoute(world),
  };
  for (const [path, route] of Object.entries(wire)) app.get(path, route).post(path, form, route);
  const file = express.raw({ limit: batchLimit, inflate: false, type: () => true });
  app.get('/batches', batchPageRoute()).post('/batches', file, batchRoute(world));
  addPages(app, world, form);

  app.use((_, res) => {
    res.status(404).type('html').send(notFoundPage());
  });
  app.use(answerError(world));
  return app;
}

function addControl(app: Express, world: World): void {
  app.post('/control/payments', createPaymentRoute(world));
  app.post('/control/actions', actionRoute(world));
  app.get('/control/ledger', ledgerRoute(world));
  app.get('/control/foreign', foreignRoute(world));
  app.get('/control/clock', readClockRoute(world));
  app.post('/control/clock', moveClockRoute(world));
  app.post('/control/clock/listeners', clockListenerRoute(world));
  app.get('/control/faults', listFaultsRoute(world));
  app.post('/control/faults', addFaultRoute(world));
  app.delete('/control/faults{/:id}', clearFaultsRoute(world));
  app.get('/control/merchants', listMerchantsRoute(world));
  app.post('/control/merchants', changeMerchantRoute(world));
  app.use('/control', (_, res) => {
    res.status(404).json({ error: 'no such control address' });
  });
}

function addPages(app: Express, world: World, form: RequestHandler): void {
  app.get('/', homeRoute(world));
  app.post('/home/clock', form, homeClockRoute(world));
  app.post('/home/payments', form, homePaymentRoute(world));
  app.post('/home/faults', form, homeFaultRoute(world));
  app.post('/home/faults/clear', form, homeClearFaultRoute(world));
  app.get('/pay/:payId', payPageRoute(world));
  app.get('/pay/:payId/state', payStateRoute(world));
  app.get('/pay/:payId/return', payReturnRoute(world));
  app.get('/phone/:token', phoneRoute(world));
  app.post('/phone/:token', form, phoneChoiceRoute(world));
}

/** A body that is too large or no JSON is the caller's fault; everything else is ours, and logged. */
function answerError(world: World): ErrorRequestHandler {
  return (error: unknown, _req, res, next) => {
    if (res.headersSent) return next(error);
    const status = statusOf(error);
    if (status === 500) world.log.error({ error }, 'request failed');
    res.status(status).json({ error: status === 500 ? 'internal' : String(error) });
  };
}

function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('status' in error)) return 500;
  const { status } = error;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
