import { join } from 'node:path';
import { Router, static as staticFiles } from 'express';
import { repositoryFolder } from '../env.ts';

/** Where the dashboard is built to. */
export const dashboardFolder = join(repositoryFolder, 'apps/dashboard/dist/client');

/** Serves the built dashboard: hashed files for ever, every other address as its one page. */
export function dashboardRoute(folder = dashboardFolder): Router {
  const route = Router();
  route.use(
    '/assets',
    staticFiles(join(folder, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
  );
  route.use(staticFiles(folder, { index: false, maxAge: 0 }));
  route.get('/{*address}', (request, response, next) => {
    if (request.accepts('html') === false) {
      next();
      return;
    }
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(join(folder, 'index.html'), { dotfiles: 'allow' }, (error) => {
      if (error !== undefined) next(error);
    });
  });
  return route;
}
