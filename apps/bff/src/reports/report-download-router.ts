import { TRPCError } from '@trpc/server';
import { type Response, Router } from 'express';
import { exportFormats } from 'paygate-payments';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { fileTypes } from '../exports/download-router.ts';
import { exportLanguages } from '../exports/export-words.ts';
import { readSession } from '../sessions/read-session.ts';
import { exportReport } from './export-report.ts';
import { reportInput } from './report-input.ts';

const formOf = z.object({
  format: z.enum(exportFormats),
  language: z.enum(exportLanguages).catch('en'),
});
const merchant = z.object({ merchantId: z.coerce.number().optional() });

/** `/downloads/reports?from=…&to=…&format=…`: the report of that address, made when it is asked for. */
export function reportDownload(deps: Deps): Router {
  const router = Router();
  router.get('/', async (request, response) => {
    const person = await readSession(deps, request.headers.cookie);
    if (person === null) return refuse(response, 401, 'signed-out');
    const { format: _, language: __, ...wish } = request.query;
    const form = formOf.safeParse(request.query);
    const input = reportInput.safeParse({ ...wish, ...merchant.safeParse(wish).data });
    if (!form.success || !input.success) return refuse(response, 400, 'bad-input');
    try {
      const file = await exportReport(deps, person, input.data, form.data);
      response.writeHead(200, {
        'content-type': fileTypes[form.data.format === 'xlsx' ? 'xlsx' : 'csv'],
        'content-length': file.body.length,
        'content-disposition': `attachment; filename="${file.fileName}"`,
        'repr-digest': `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`,
        'cache-control': 'private, no-store',
      });
      response.end(file.body);
    } catch (error) {
      if (!(error instanceof TRPCError)) throw error;
      const statuses = { NOT_FOUND: 404, FORBIDDEN: 403, BAD_REQUEST: 400 };
      const status = Object.entries(statuses).find(([code]) => code === error.code)?.[1];
      if (status === undefined) throw error;
      refuse(response, status, error.message);
    }
  });
  return router;
}

function refuse(response: Response, status: number, message: string): void {
  response.status(status).json({ error: { message } });
}
