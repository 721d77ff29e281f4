import { promisify } from 'node:util';
import { TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { type ErrorRequestHandler, type Request, Router, raw } from 'express';
import { largestFile } from 'paygate-core/batch';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { guardSize } from '../http/guard-size.ts';
import { readSession } from '../sessions/read-session.ts';
import { fetchBatch } from './fetch-batch.ts';
import { receiveAnswer } from './receive-answer.ts';
import type { Asking } from './wish-rules.ts';

const brought = z.object({
  name: z.string().min(1).max(200),
  file: z.uuid().optional(),
});

/**
 * `GET /batch-files/<id>`: the bytes of a file that was handed over. `POST /batch-files/answers?name=…&file=…`
 * with an answer as its body: what became of it, as JSON; 413 above 5 MB, before the body is read.
 */
export function batchFileRouter(deps: Deps): Router {
  const router = Router();
  router.get('/:fileId', async (request, response) => {
    const { file, content } = await fetchBatch(
      deps,
      await asking(deps, request),
      request.params.fileId,
    );
    response.writeHead(200, {
      'content-type': 'text/plain; charset=us-ascii',
      'content-length': content.length,
      'content-disposition': `attachment; filename="${file.name}"`,
      'repr-digest': `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`,
      'cache-control': 'private, no-store',
    });
    response.end(content);
  });
  const size = guardSize(largestFile, 'too-large');
  router.post('/answers', size, async (request, response) => {
    // Nobody's bytes are taken in before it is known whose they are.
    const known = await asking(deps, request);
    await readBody(request, response);
    const query = brought.safeParse(request.query);
    if (!query.success) throw new TRPCError({ code: 'BAD_REQUEST', message: 'no-name' });
    const { name, file: fileId = null } = query.data;
    const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    response.setHeader('cache-control', 'no-store');
    response.json(await receiveAnswer(deps, known, { name, fileId, bytes }));
  });
  router.use(answerProblem);
  return router;
}

/** Puts the bytes onto the request; 413 for more than a file may have, where no size was said. */
const readBody = promisify(raw({ type: () => true, limit: largestFile, inflate: false }));

/** Who is signed in, with the memberships that bring the right. */
async function asking(deps: Deps, { headers }: Request): Promise<Asking> {
  const person = await readSession(deps, headers.cookie);
  if (person === null) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'signed-out' });
  const memberships = person.memberships.filter(({ rights }) => rights.includes('batch'));
  if (memberships.length === 0) throw new TRPCError({ code: 'FORBIDDEN', message: 'batch' });
  return { person, memberships };
}

/** Every refusal as JSON with its word; what is not ours goes on. */
const answerProblem: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (error instanceof TRPCError && error.code !== 'INTERNAL_SERVER_ERROR') {
    response.status(getHTTPStatusCodeFromError(error)).json({ error: { message: error.message } });
    return;
  }
  const isTooLarge = error instanceof Error && 'status' in error && error.status === 413;
  if (isTooLarge) response.status(413).json({ error: { message: 'too-large' } });
  else next(error);
};
