import { type Request, type Response, Router } from 'express';
import type { Right } from 'paygate-payments';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
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
 * for a file above 10 MB, which is not read any further; 404 for a merchant of others.
 */
export function uploadRouter(deps: Deps): Router {
  const router = Router();
  router.post('/', async (request, response) => {
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
    if (body === null) return refuse(response, 413, 'file-too-large');
    if (body.length === 0) return refuse(response, 400, 'empty');
    response.setHeader('cache-control', 'no-store');
    response.json(await keepUpload(deps, person, { merchantId, name, body }));
  });
  return router;
}

function refuse(response: Response, status: number, message: string): void {
  // What is still coming of a body is not wanted: without this the browser would send all of it.
  if (status === 413) response.setHeader('connection', 'close');
  response.status(status).json({ error: { message } });
}

/** The whole body, or null as soon as it is known to be too large; then no more of it is read. */
function readBody(request: Request): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_UPLOAD) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let bytes = 0;
    request.on('data', (piece: Buffer) => {
      bytes += piece.length;
      if (bytes <= LARGEST_UPLOAD) {
        pieces.push(piece);
        return;
      }
      request.pause();
      resolve(null);
    });
    request.on('end', () => resolve(Buffer.concat(pieces)));
    request.on('error', reject);
  });
}
