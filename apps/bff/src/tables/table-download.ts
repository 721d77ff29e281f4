import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { TRPCError } from '@trpc/server';
import { type Request, type Response, Router } from 'express';
import type { Right } from 'paygate-payments';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Membership } from '../sessions/person.ts';
import { readSession } from '../sessions/read-session.ts';

const asked = z.object({ id: z.guid(), lang: z.enum(['en', 'de', 'fr', 'it']).catch('en') });

type Language = z.infer<typeof asked>['lang'];
type Write = (
  deps: Deps,
  memberships: readonly Membership[],
  id: string,
  language: Language,
) => Promise<{ readonly fileName: string; readonly text: AsyncIterable<string> }>;

/** `/<id>?lang=<language>`: a table that `write` makes, for who has `right`; 404 where it finds none. */
export function tableDownload(deps: Deps, right: Right, write: Write): Router {
  const router = Router();
  router.get('/:id', async (request, response) => {
    const person = await readSession(deps, request.headers.cookie);
    if (person === null) {
      response.status(401).json({ error: { message: 'signed-out' } });
      return;
    }
    const memberships = person.memberships.filter(({ rights }) => rights.includes(right));
    await send(deps, request, response, memberships, write);
  });
  return router;
}

async function send(
  deps: Deps,
  request: Request,
  response: Response,
  memberships: readonly Membership[],
  write: Write,
): Promise<void> {
  const wish = asked.safeParse({ ...request.query, ...request.params });
  const file = wish.success
    ? await write(deps, memberships, wish.data.id, wish.data.lang).catch(noneFound)
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
}

function noneFound(error: unknown): null {
  if (error instanceof TRPCError && error.code === 'NOT_FOUND') return null;
  throw error;
}
