import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Request, type Response, Router } from 'express';
import type { Deps } from '../deps.ts';
import type { Person } from '../sessions/person.ts';
import { readSession } from '../sessions/read-session.ts';
import { describeFile } from './describe-file.ts';
import { type Download, downloadExport } from './download-export.ts';

export const fileTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/** `/downloads/exports/<id>`: the file; below it `/info`: what it says about itself, as JSON. */
export function downloadRouter(deps: Deps): Router {
  const router = Router();
  router.get('/exports/:exportId', async (request, response) => {
    const person = await signedIn(deps, request, response);
    if (person === null) return;
    const isAsked = request.method !== 'HEAD';
    const found = await downloadExport(deps, person, request.params.exportId, { isAsked });
    if (found === null) notFound(response);
    else if (isAsked) await send(deps, found, response);
    else response.writeHead(200, headersOf(found)).end();
  });
  router.get('/exports/:exportId/info', async (request, response) => {
    const person = await signedIn(deps, request, response);
    if (person === null) return;
    const info = await describeFile(deps, person, request.params.exportId);
    if (info === null) notFound(response);
    else {
      response.setHeader('content-disposition', `attachment; filename="${info.file}.json"`);
      response.setHeader('cache-control', 'private, no-store');
      response.json(info);
    }
  });
  return router;
}

async function signedIn(deps: Deps, request: Request, response: Response): Promise<Person | null> {
  const person = await readSession(deps, request.headers.cookie);
  if (person === null) response.status(401).json({ error: { message: 'signed-out' } });
  return person;
}

function notFound(response: Response): void {
  response.status(404).json({ error: { message: 'not-found' } });
}

function headersOf({ bytes, fileName, format, sha256 }: Download): Record<string, string | number> {
  return {
    'content-type': fileTypes[format === 'xlsx' ? 'xlsx' : 'csv'],
    'content-length': bytes,
    'content-disposition': `attachment; filename="${fileName}"`,
    'repr-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
    'cache-control': 'private, no-store',
  };
}

/** The length was promised: whatever breaks in between, a browser sees that it is not the whole file. */
async function send({ log }: Deps, found: Download, response: Response): Promise<void> {
  response.writeHead(200, headersOf(found));
  try {
    await pipeline(Readable.from(found.read(), { objectMode: false }), response);
  } catch (error) {
    log.warn({ err: error, export: found.id }, 'download cut short');
  }
}
