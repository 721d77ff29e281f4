import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { TRPCError } from '@trpc/server';
import { Router } from 'express';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { readSession } from '../sessions/read-session.ts';
import { writeResult } from './write-result.ts';

const asked = z.object({
  importId: z.guid(),
  lang: z.enum(['en', 'de', 'fr', 'it']).catch('en'),
});

/** `/downloads/imports/<id>?lang=<language>`: every line with what became of it, as CSV. */
export function importDownloadRouter(deps: Deps): Router {
  const router = Router();
  router.get('/:importId', async (request, response) => {
    const person = await readSession(deps, request.headers.cookie);
    if (person === null) {
      response.status(401).json({ error: { message: 'signed-out' } });
      return;
    }
    const memberships = person.memberships.filter(({ rights }) => rights.includes('import'));
    const wish = asked.safeParse({ ...request.query, ...request.params });
    const file = wish.success
      ? await writeResult(deps, memberships, wish.data.importId, wish.data.lang).catch(noneFound)
      : null;
    if (file === null) {
      response.status(404).json({ error: { message: 'not-found' } });
      return;
    }
    response.writeHead(200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${file.fileName}"`,
      'cache-control': 'private, no-store',
    });
    await pipeline(Readable.from(file.text), response).catch((error: unknown) => {
      deps.log.warn({ err: error }, 'download cut short');
    });
  });
  return router;
}

function noneFound(error: unknown): null {
  if (error instanceof TRPCError && error.code === 'NOT_FOUND') return null;
  throw error;
}
