import { type Request, type Response, Router } from 'express';
import type { Right } from 'paygate-payments';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { guardSize } from '../http/guard-size.ts';
import { readSession } from '../sessions/read-session.ts';
import { keepUpload, LARGEST_UPLOAD } from './keep-upload.ts';

/** Who may hand in a file that is only looked at for now: whoever may make something of one. */
const rights: readonly Right[] = ['import', 'reports'];

const wish = z.object({
  merchantId: z.coerce.number().int(),
  name: z.string().max(1000).default(''),
});

/**
 * `POST /uploads?merchantId=<id>&name=<file>` with the file as the body → `{ uploadId, sha256 }`. 413
 * for a file above 10 MB and 411 for one that does not say its size, before anything of it is read; 404
 * for a merchant of others.
 */
export function uploadRouter(deps: Deps): Router {
  const router = Router();
  router.post('/', guardSize(LARGEST_UPLOAD, 'file-too-large'), async (request, response) => {
    // Of one that does not say its size, 10 MB would have to be read to know that it is too large.
    if (request.headers['content-length'] === undefined) {
      return refuse(response, 411, 'length-required');
    }
    const person = await readSession(deps, request.headers.cookie);
    if (person === null) return refuse(response, 401, 'signed-out');
    const asked = wish.safeParse(request.query);
    if (!asked.success) return refuse(response, 400, 'malformed-request');
    const { merchantId, name } = asked.data;
    const own = person.memberships.find((one) => one.merchantId === merchantId);
    if (own === undefined) return refuse(response, 404, 'not-found');
    if (!rights.some((right) => own.rights.includes(right))) {
      return refuse(response, 403, 'forbidden');
    }
    const body = await readBody(request);
    if (body.length === 0) return refuse(response, 400, 'empty');
    response.setHeader('cache-control', 'no-store');
    response.json(await keepUpload(deps, person, { merchantId, name, body }));
  });
  return router;
}

function refuse(response: Response, status: number, message: string): void {
  response.status(status).json({ error: { message } });
}

/** The whole body; it is no longer than it says, Node sees to that. */
async function readBody(request: Request): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces);
}
